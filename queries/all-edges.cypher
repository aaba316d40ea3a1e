// @name  all-edges
// @asks  Which edges are there for walking, page by page?
// @param afterId string = ""
// @param limit int = 500
// @row   factId string!
// @row   fromId string!
// @row   toId string!
// @row   type string!
// @row   modality string!
// @row   strength string!
// @note  Each edge is the view of one open fact. Pass the last factId as afterId for the next page.
MATCH (a:Entity)-[r:{{relations}}]->(b:Entity) WHERE r.factId > $afterId
RETURN r.factId AS factId, a.id AS fromId, b.id AS toId, r.type AS type, r.modality AS modality, r.strength AS strength
ORDER BY factId
LIMIT $limit
