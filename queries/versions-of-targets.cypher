// @name  versions-of-targets
// @asks  How many acts name each of these?
// @param ids string[]!
// @row   targetId string!
// @row   version int!
// @note  What nobody has acted on gives no row: its version is 0. Of a fact, `version` of the fact itself also counts what names its base facts.
UNWIND $ids AS wanted
MATCH (t:ActTarget {id: wanted})<-[:NAMES]-(a:Act)
RETURN t.id AS targetId, count(DISTINCT a.id) AS version
ORDER BY targetId
