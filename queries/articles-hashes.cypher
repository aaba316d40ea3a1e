// @name  articles-hashes
// @asks  Which version of these articles is stored?
// @param ids string[]!
// @row   id string!
// @row   textHash string!
// @row   pipeline string!
// @row   title string!
// @row   date string!
// @row   source string!
// @row   url string!
// @row   byline string[]!
// @row   synthetic boolean!
// @note  Lets a run pass over what is stored already.
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})
RETURN a.id AS id, a.textHash AS textHash, a.pipeline AS pipeline, a.title AS title, a.date AS date, a.source AS source,
       a.url AS url, a.byline AS byline, a.synthetic AS synthetic
ORDER BY id
