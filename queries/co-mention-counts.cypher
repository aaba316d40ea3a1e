// @name  co-mention-counts
// @asks  How many articles name each other entity together with this one?
// @param id string!
// @param kinds string[] = []
// @param least int = 1
// @param limit int = 1000
// @row   otherId string!
// @row   together int!
MATCH (e:Entity)-[:MENTIONED_IN]->(a:Article)<-[:MENTIONED_IN]-(o:Entity)
WHERE e.id = $id AND o.id <> $id AND (size($kinds) = 0 OR o.kind IN $kinds)
WITH o, count(*) AS together
WHERE together >= $least
RETURN o.id AS otherId, together
ORDER BY together DESC, otherId
LIMIT $limit
