// @name  articles-of-entities
// @asks  Which articles name these entities, and where?
// @param ids string[]!
// @param skip int = 0
// @param limit int = 10000
// @row   entityId string!
// @row   articleId string!
// @row   title string!
// @row   date string!
// @row   source string!
// @row   count int!
// @row   mentions string!
// @note  Newest first; `mentions` is JSON.
MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article)
WHERE e.id IN $ids
RETURN e.id AS entityId, a.id AS articleId, a.title AS title, a.date AS date, a.source AS source, m.count AS count, m.mentions AS mentions
ORDER BY entityId, date DESC, articleId
SKIP $skip LIMIT $limit
