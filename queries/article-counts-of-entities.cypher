// @name  article-counts-of-entities
// @asks  How many articles known by a day name each of these entities?
// @param ids string[]!
// @param asOf string = ""
// @row   id string!
// @row   articles int!
// @note  Entities without such an article give no row; undated articles count on every day.
MATCH (e:Entity)-[:MENTIONED_IN]->(a:Article)
WHERE e.id IN $ids
WITH e, a
WHERE ($asOf = '' OR a.date <= $asOf)
RETURN e.id AS id, count(a) AS articles
ORDER BY id
