// @name  co-mentioned-with
// @asks  Which entities stand in one article with this one?
// @param id string!
// @param kinds string[] = []
// @param skip int = 0
// @param limit int = 1000
// @row   otherId string!
// @row   otherKind string!
// @row   otherName string!
// @row   articles int!
// @row   articleIds string[]! sorted
MATCH (e:Entity)-[:MENTIONED_IN]->(a:Article)<-[:MENTIONED_IN]-(o:Entity)
WHERE e.id = $id AND o.id <> $id AND (size($kinds) = 0 OR o.kind IN $kinds)
RETURN o.id AS otherId, o.kind AS otherKind, o.name AS otherName, count(a) AS articles, collect(a.id) AS articleIds
ORDER BY articles DESC, otherId
SKIP $skip LIMIT $limit
