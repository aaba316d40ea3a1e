// @name  articles-by-ids
// @asks  What are these articles, in full?
// @param ids string[]!
// @row   id string!
// @row   title string!
// @row   date string!
// @row   source string!
// @row   url string!
// @row   byline string[]!
// @row   homeId string!
// @row   rawText string!
// @row   cleanText string!
// @row   textHash string!
// @row   offsets string!
// @row   repairs string!
// @row   synthetic boolean!
// @row   pipeline string!
// @row   retracted boolean!
// @note  `repairs` is JSON.
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})
RETURN a.id AS id, a.title AS title, a.date AS date, a.source AS source, a.url AS url, a.byline AS byline, a.homeId AS homeId,
       a.rawText AS rawText, a.cleanText AS cleanText, a.textHash AS textHash, a.offsets AS offsets, a.repairs AS repairs,
       a.synthetic AS synthetic, a.pipeline AS pipeline, a.retracted AS retracted
ORDER BY id
