// @name  articles-by-month
// @asks  How many articles name this entity, month by month?
// @param id string!
// @param since string = ""
// @param until string = ""
// @row   month string!
// @row   articles int!
// @note  month is '' for undated articles.
MATCH (e:Entity)-[:MENTIONED_IN]->(a:Article)
WHERE e.id = $id
WITH a
WHERE ($since = '' OR a.date >= $since) AND ($until = '' OR (a.date <> '' AND a.date <= $until))
RETURN left(a.date, 7) AS month, count(a) AS articles
ORDER BY month
