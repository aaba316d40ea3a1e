// @name  neighbours
// @asks  Which entities are one fact away from these?
// @param ids string[]!
// @param excludeKinds string[] = []
// @param types string[] = []
// @param strengths string[] = []
// @param modalities string[] = []
// @param asOf string = ""
// @param limit int = 20000
// @row   fromId string!
// @row   otherId string!
// @row   otherKind string!
// @row   factId string!
// @row   type string!
// @row   subjectId string!
// @row   objectId string!
// @row   strength string!
// @row   modality string!
// @row   firstSeen string!
// @row   lastSeen string!
// @row   articleCount int!
// @note  For walking: one call per frontier. The fact runs forward when subjectId = fromId.
// @note  WITH before the filters: an embedded store would filter every edge of the graph first.
MATCH (e:Entity)-[r:{{relations}}]-(o:Entity)
WHERE e.id IN $ids
WITH e, r, o
WHERE (size($excludeKinds) = 0 OR NOT o.kind IN $excludeKinds)
  AND (size($types) = 0 OR r.type IN $types)
  AND (size($strengths) = 0 OR r.strength IN $strengths)
  AND (size($modalities) = 0 OR r.modality IN $modalities)
  AND ($asOf = '' OR r.firstSeen = '' OR r.firstSeen <= $asOf)
RETURN e.id AS fromId, o.id AS otherId, o.kind AS otherKind, r.factId AS factId, r.type AS type, r.subjectId AS subjectId,
       r.objectId AS objectId, r.strength AS strength, r.modality AS modality, r.firstSeen AS firstSeen, r.lastSeen AS lastSeen,
       r.articleCount AS articleCount
ORDER BY fromId, factId
LIMIT $limit
