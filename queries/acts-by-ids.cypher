// @name  acts-by-ids
// @asks  Which acts have these ids?
// @param ids string[]!
// @row   id string!
// @row   seq int!
// @row   at string!
// @row   actor string!
// @row   role string!
// @row   kind string!
// @row   targets string[]!
// @row   decision string!
// @row   detail string!
// @row   reason string!
UNWIND $ids AS wanted
MATCH (a:Act {id: wanted})
RETURN a.id AS id, a.seq AS seq, a.at AS at, a.actor AS actor, a.role AS role, a.kind AS kind, a.targets AS targets,
       a.decision AS decision, a.detail AS detail, a.reason AS reason
ORDER BY id
