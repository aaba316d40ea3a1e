// @name  stale-references
// @asks  Which references does the next identity run have to look at, page by page?
// @param afterId string = ""
// @param limit int = 1000
// @row   id string!
// @row   kind string!
// @row   key string!
// @row   canonicalId string!
// @row   stale int!
// @row   summary string!
// @note  `stale`: 1 judged, 2 named by other articles (or under another external id) than at the last run; 10 more while a run looks at it.
MATCH (r:Reference) WHERE r.stale > 0 AND r.id > $afterId
RETURN r.id AS id, r.kind AS kind, r.key AS key, r.canonicalId AS canonicalId, r.stale AS stale, r.summary AS summary
ORDER BY id
LIMIT $limit
