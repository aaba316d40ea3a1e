// @name  repairs-of-facts
// @asks  How much of the evidence for these facts rests on repaired text?
// @param ids string[]!
// @row   id string!
// @row   repaired int!
// @note  Pieces of evidence whose quote holds a repair; facts without any give no row.
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})-[:SUPPORTED_BY]->(v:Evidence)
WHERE size(v.repairs) > 0
RETURN f.id AS id, count(DISTINCT v.id) AS repaired
ORDER BY id
