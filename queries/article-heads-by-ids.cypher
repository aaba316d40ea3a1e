// @name  article-heads-by-ids
// @asks  What are these articles called, and where and when did they appear?
// @param ids string[]!
// @row   id string!
// @row   title string!
// @row   date string!
// @row   source string!
// @note  Without the texts, which articles-by-ids gives.
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})
RETURN a.id AS id, a.title AS title, a.date AS date, a.source AS source
ORDER BY id
