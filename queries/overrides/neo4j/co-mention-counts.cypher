// @name co-mention-counts
// @note Counted before any property is read, which is half the time for a hub; the embedded store is quicker the other way round.
MATCH (e:Entity)-[:MENTIONED_IN]->(a:Article)<-[:MENTIONED_IN]-(o:Entity)
WHERE e.id = $id
WITH o, count(*) AS together
WHERE together >= $least AND o.id <> $id AND (size($kinds) = 0 OR o.kind IN $kinds)
RETURN o.id AS otherId, together
ORDER BY together DESC, otherId
LIMIT $limit
