// @name  co-mention-counts-by-day
// @asks  How many articles until that day name each other entity together with this one?
// @param id string!
// @param kinds string[] = []
// @param asOf string!
// @param least int = 1
// @param limit int = 1000
// @row   otherId string!
// @row   together int!
// @note  Undated articles count on every day. A query of its own, since the dates of thousands of articles take most of the time.
MATCH (e:Entity)-[:MENTIONED_IN]->(a:Article)<-[:MENTIONED_IN]-(o:Entity)
WHERE e.id = $id AND o.id <> $id
WITH a, o
WHERE (size($kinds) = 0 OR o.kind IN $kinds) AND a.date <= $asOf
WITH o.id AS otherId, count(a) AS together
WHERE together >= $least
RETURN otherId, together
ORDER BY together DESC, otherId
LIMIT $limit
