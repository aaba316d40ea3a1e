// @name repairs-of-facts
// @note In two steps, both by key: from an edge the database would read all evidence. The lists of the first are the ids of the second.
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})
RETURN f.evidenceIds AS ids
;
UNWIND $ids AS wanted
MATCH (v:Evidence {id: wanted})
WHERE size(v.repairs) > 0
RETURN v.factId AS id, count(DISTINCT v.id) AS repaired
ORDER BY id
