// @name  count-facts-of-entity
// @asks  In how many open facts does this entity stand?
// @param id string!
// @param types string[] = []
// @param strengths string[] = []
// @param modalities string[] = []
// @param side string = ""
// @param symmetric string[] = []
// @row   facts int!
// @note  The filters are those of facts-page-of-entity.
MATCH (e:Entity)-[r:{{relations}}]-(o:Entity)
WHERE e.id = $id
WITH r
WHERE (size($types) = 0 OR r.type IN $types)
  AND (size($strengths) = 0 OR r.strength IN $strengths)
  AND (size($modalities) = 0 OR r.modality IN $modalities)
  AND ($side = '' OR r.type IN $symmetric OR ($side = 'SUBJECT' AND r.subjectId = $id) OR ($side = 'OBJECT' AND r.objectId = $id))
RETURN count(r) AS facts
