// @name  count-acts
// @asks  How many decisions are in the log?
// @param kinds string[] = []
// @param actor string = ""
// @row   acts int!
MATCH (a:Act)
WHERE (size($kinds) = 0 OR a.kind IN $kinds) AND ($actor = '' OR a.actor = $actor)
RETURN count(a) AS acts
