// @name  astray-evidence
// @asks  Which evidence hangs on no article or on no fact?
// @param limit int = 100
// @row   id string!
// @note  None, in a sound graph.
MATCH (v:Evidence)
WHERE NOT EXISTS { MATCH (v)-[:`FROM`]->(:Article) } OR NOT EXISTS { MATCH (:Fact)-[:SUPPORTED_BY]->(v) }
RETURN v.id AS id
ORDER BY id
LIMIT $limit
