// @name  fact-states
// @asks  What have reviewers made of these facts?
// @param ids string[]!
// @row   id string!
// @row   verdict string!
// @row   secondReader string!
// @row   disputed boolean!
// @row   version int!
// @note  verdict is '' while nobody's verdict stands.
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})
RETURN f.id AS id, f.verdict AS verdict, f.secondReader AS secondReader, f.disputed AS disputed, f.version AS version
ORDER BY id
