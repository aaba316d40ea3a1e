// @name  references-of-entities
// @asks  Which references go by these entities?
// @param ids string[]!
// @row   entityId string!
// @row   referenceId string!
// @note  References that articles name now; `id` itself is among them only when an article names it so.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})-[m:MENTIONED_IN]->(:Article)
UNWIND m.refs AS reference
RETURN DISTINCT e.id AS entityId, reference AS referenceId
ORDER BY entityId, referenceId
