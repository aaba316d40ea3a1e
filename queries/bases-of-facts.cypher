// @name  bases-of-facts
// @asks  Which facts between references do these facts rest on, now or formerly?
// @param ids string[]!
// @row   id string!
// @row   baseId string!
// @note  Acts on a fact are kept under its base facts too, so that they are found when references are merged or taken apart.
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})-[:SUPPORTED_BY]->(v:Evidence)
RETURN DISTINCT f.id AS id, v.baseId AS baseId
UNION
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})-[:STOOD_ON]->(b:FormerFact)
RETURN DISTINCT f.id AS id, b.id AS baseId
