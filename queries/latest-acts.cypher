// @name  latest-acts
// @asks  What have people decided lately, page by page?
// @param kinds string[] = []
// @param actor string = ""
// @param beforeId string = ""
// @param limit int = 20
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
// @note  Latest first: ids of acts sort as they were recorded. Pass the last id as beforeId for the next page.
MATCH (a:Act)
WHERE a.id < CASE WHEN $beforeId = '' THEN '~' ELSE $beforeId END AND (size($kinds) = 0 OR a.kind IN $kinds) AND ($actor = '' OR a.actor = $actor)
RETURN a.id AS id, a.seq AS seq, a.at AS at, a.actor AS actor, a.role AS role, a.kind AS kind, a.targets AS targets,
       a.decision AS decision, a.detail AS detail, a.reason AS reason
ORDER BY id DESC
LIMIT $limit
