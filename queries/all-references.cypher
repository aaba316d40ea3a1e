// @name  all-references
// @asks  What is each reference, page by page?
// @param afterId string = ""
// @param limit int = 1000
// @row   id string!
// @row   canonicalId string!
// @row   summary string!
// @note  `summary` is the profile of the last identity run, JSON or ''.
MATCH (r:Reference) WHERE r.id > $afterId
RETURN r.id AS id, r.canonicalId AS canonicalId, r.summary AS summary
ORDER BY id
LIMIT $limit
