// @name  co-mentions-between
// @asks  In which articles do these entities stand together with those, and where?
// @param ids string[]!
// @param otherIds string[]!
// @param asOf string = ""
// @param limit int = 20000
// @row   id string!
// @row   otherId string!
// @row   articleId string!
// @row   date string!
// @row   mentions string!
// @row   otherMentions string!
// @note  `asOf` leaves out later articles; undated ones stay. The shorter list goes into `ids`.
// @note  Both mention columns are JSON (Mention[] of src/core/records.ts); one row per pair and article.
MATCH (e:Entity)
WHERE e.id IN $ids
WITH e
MATCH (e)-[m:MENTIONED_IN]->(a:Article)<-[n:MENTIONED_IN]-(o:Entity)
WHERE o.id IN $otherIds AND o.id <> e.id AND ($asOf = '' OR a.date <= $asOf)
RETURN e.id AS id, o.id AS otherId, a.id AS articleId, a.date AS date, m.mentions AS mentions, n.mentions AS otherMentions
ORDER BY id, otherId, articleId
LIMIT $limit
