// @name  co-mentions
// @asks  In which articles do these entities stand together with others, and where?
// @param ids string[]!
// @param kinds string[] = []
// @param asOf string = ""
// @param limit int = 20000
// @row   id string!
// @row   otherId string!
// @row   articleId string!
// @row   date string!
// @row   mentions string!
// @row   otherMentions string!
// @note  An empty list does not filter. `asOf` leaves out later articles; undated ones stay.
// @note  Both mention columns are JSON (Mention[] of src/core/records.ts); one row per pair and article.
MATCH (e:Entity)
WHERE e.id IN $ids
WITH e
MATCH (e)-[m:MENTIONED_IN]->(a:Article)<-[n:MENTIONED_IN]-(o:Entity)
WHERE o.id <> e.id
WITH e, m, a, n, o
WHERE (size($kinds) = 0 OR o.kind IN $kinds)
  AND ($asOf = '' OR a.date <= $asOf)
RETURN e.id AS id, o.id AS otherId, a.id AS articleId, a.date AS date, m.mentions AS mentions, n.mentions AS otherMentions
ORDER BY id, otherId, articleId
LIMIT $limit
