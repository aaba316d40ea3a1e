// @name  co-mention-counts
// @asks  How many articles name each other entity together with this one?
// @param id string!
// @param kinds string[] = []
// @param asOf string = ""
// @param least int = 1
// @param limit int = 1000
// @row   otherId string!
// @row   together int!
// @note  Undated articles count on every day.
MATCH (e:Entity)-[:MENTIONED_IN]->(a:Article)<-[:MENTIONED_IN]-(o:Entity)
WHERE e.id = $id AND o.id <> $id
WITH a, o
WHERE (size($kinds) = 0 OR o.kind IN $kinds) AND ($asOf = '' OR a.date <= $asOf)
WITH o.id AS otherId, count(a) AS together
WHERE together >= $least
RETURN otherId, together
ORDER BY together DESC, otherId
LIMIT $limit
