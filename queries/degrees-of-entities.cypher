// @name  degrees-of-entities
// @asks  How busy are these entities?
// @param ids string[]!
// @row   id string!
// @row   facts int!
// @row   articles int!
// @note  Open facts and articles; a path search damps by them.
MATCH (e:Entity)
WHERE e.id IN $ids
OPTIONAL MATCH (e)-[r:{{relations}}]-(:Entity)
RETURN e.id AS id, count(r) AS facts, e.articleCount AS articles
ORDER BY id
