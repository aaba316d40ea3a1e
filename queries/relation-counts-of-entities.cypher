// @name  relation-counts-of-entities
// @asks  How many open facts of each type do these entities stand in, as subject and as object?
// @param ids string[]!
// @row   id string!
// @row   type string!
// @row   forward boolean!
// @row   facts int!
// @note  `forward`: the entity is the subject.
MATCH (e:Entity)-[r:{{relations}}]-(:Entity)
WHERE e.id IN $ids
RETURN e.id AS id, r.type AS type, r.subjectId = e.id AS forward, count(r) AS facts
ORDER BY id, type, forward
