// @name  lists-of-facts
// @asks  Which evidence and which articles do these facts list?
// @param ids string[]!
// @row   id string!
// @row   evidenceIds string[]! sorted
// @row   articleIds string[]! sorted
// @note  The way by key that answers go; verify compares it with the edges.
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})
RETURN f.id AS id, f.evidenceIds AS evidenceIds, f.articleIds AS articleIds
ORDER BY id
