// @name  references-by-ids
// @asks  By which entities do these references go?
// @param ids string[]!
// @row   id string!
// @row   kind string!
// @row   key string!
// @row   canonicalId string!
// @row   stale int!
// @row   summary string!
// @note  A reference is the id that extraction gave; the canonical id is the entity's. `summary` is the profile of the last identity run, JSON or ''.
UNWIND $ids AS wanted
MATCH (r:Reference {id: wanted})
RETURN r.id AS id, r.kind AS kind, r.key AS key, r.canonicalId AS canonicalId, r.stale AS stale, r.summary AS summary
ORDER BY id
