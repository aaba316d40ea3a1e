// @name  degrees-of-entities
// @asks  How busy are these entities?
// @param ids string[]!
// @row   id string!
// @row   facts int!
// @row   articles int!
// @note  Open facts and articles; a path search damps by them.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
OPTIONAL MATCH (e)-[r:{{relations}}]-(:Entity)
RETURN e.id AS id, count(r) AS facts, e.articleCount AS articles
ORDER BY id
