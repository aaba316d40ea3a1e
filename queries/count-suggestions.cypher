// @name  count-suggestions
// @asks  How many pairs are possibly one, and how many references go by another id?
// @param kinds string[] = []
// @row   suggestions int!
// @row   merged int!
OPTIONAL MATCH (a:Reference)-[c:CANDIDATE]->(b:Reference)
WHERE c.cause <> '' AND a.canonicalId <> b.canonicalId AND (size($kinds) = 0 OR a.kind IN $kinds)
WITH count(c) AS suggestions
OPTIONAL MATCH (r:Reference) WHERE r.canonicalId <> r.id AND (size($kinds) = 0 OR r.kind IN $kinds)
RETURN suggestions, count(r) AS merged
