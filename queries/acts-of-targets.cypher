// @name  acts-of-targets
// @asks  What have people decided about these?
// @param ids string[]!
// @param kinds string[] = []
// @row   targetId string!
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
// @note  Ids of entities (or references), facts (or base facts) and articles; oldest first. An act on a fact is also found under its base facts.
UNWIND $ids AS wanted
MATCH (t:ActTarget {id: wanted})<-[:NAMES]-(a:Act)
WHERE size($kinds) = 0 OR a.kind IN $kinds
RETURN t.id AS targetId, a.id AS id, a.seq AS seq, a.at AS at, a.actor AS actor, a.role AS role, a.kind AS kind, a.targets AS targets,
       a.decision AS decision, a.detail AS detail, a.reason AS reason
ORDER BY targetId, id
