// @name degrees-of-entities
// @note Neo4j keeps the number of edges of a busy node; a bare pattern with no label at its end reads that instead of the edges.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN e.id AS id, COUNT { (e)-[:{{relations}}]-() } AS facts, e.articleCount AS articles
ORDER BY id
