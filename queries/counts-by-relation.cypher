// @name  counts-by-relation
// @asks  How many open facts of each type are there?
// @row   type string!
// @row   facts int!
// @note  Rejected ones do not count.
MATCH (f:Fact) WHERE f.open = true AND f.verdict <> 'REJECTED'
RETURN f.type AS type, count(f) AS facts
ORDER BY type
