// @name  counts-by-kind
// @asks  How many entities of each kind are there?
// @row   kind string!
// @row   entities int!
MATCH (e:Entity)
RETURN e.kind AS kind, count(e) AS entities
ORDER BY kind
