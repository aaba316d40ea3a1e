// @name  suggestions
// @asks  Which entities are possibly one, the likeliest first?
// @param kinds string[] = []
// @param afterScore float = 2.0
// @param afterLeft string = ""
// @param afterRight string = ""
// @param limit int = 50
// @row   leftId string!
// @row   rightId string!
// @row   leftRef string!
// @row   rightRef string!
// @row   score float!
// @row   cause string!
// @row   between string[]!
// @note  Pages by cursor: pass score, leftRef and rightRef of the last row.
MATCH (a:Reference)-[c:CANDIDATE]->(b:Reference)
WHERE c.cause <> '' AND a.canonicalId <> b.canonicalId AND (size($kinds) = 0 OR a.kind IN $kinds)
  AND (c.score / 1000000.0 < $afterScore OR (c.score / 1000000.0 = $afterScore AND (a.id > $afterLeft OR (a.id = $afterLeft AND b.id > $afterRight))))
RETURN a.canonicalId AS leftId, b.canonicalId AS rightId, a.id AS leftRef, b.id AS rightRef, c.score / 1000000.0 AS score, c.cause AS cause, c.between AS between
ORDER BY score DESC, leftRef, rightRef
LIMIT $limit
