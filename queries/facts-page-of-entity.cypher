// @name  facts-page-of-entity
// @asks  In which open facts does this entity stand, those in most articles first, from a place on?
// @param id string!
// @param types string[] = []
// @param strengths string[] = []
// @param modalities string[] = []
// @param side string = ""
// @param symmetric string[] = []
// @param afterCount int = 0
// @param afterType string = ""
// @param afterId string = ""
// @param limit int = 21
// @row   id string!
// @row   type string!
// @row   subjectId string!
// @row   objectId string!
// @row   title string!
// @row   modality string!
// @row   strength string!
// @row   speakerId string!
// @row   firstSeen string!
// @row   lastSeen string!
// @row   articleCount int!
// @row   evidenceCount int!
// @row   open boolean!
// @row   closedWhy string!
// @note  Empty lists do not filter. `side`: the entity is SUBJECT or OBJECT; facts of the types of `symmetric` are on both.
// @note  Pass articleCount, type and id of the last row for the next page; an empty afterId begins at the top.
MATCH (e:Entity)-[r:{{relations}}]-(o:Entity)
WHERE e.id = $id
WITH r
WHERE (size($types) = 0 OR r.type IN $types)
  AND (size($strengths) = 0 OR r.strength IN $strengths)
  AND (size($modalities) = 0 OR r.modality IN $modalities)
  AND ($side = '' OR r.type IN $symmetric OR ($side = 'SUBJECT' AND r.subjectId = $id) OR ($side = 'OBJECT' AND r.objectId = $id))
  AND ($afterId = '' OR r.articleCount < $afterCount OR (r.articleCount = $afterCount AND (r.type > $afterType OR (r.type = $afterType AND r.factId > $afterId))))
RETURN r.factId AS id, r.type AS type, r.subjectId AS subjectId, r.objectId AS objectId, r.title AS title, r.modality AS modality,
       r.strength AS strength, r.speakerId AS speakerId, r.firstSeen AS firstSeen, r.lastSeen AS lastSeen, r.articleCount AS articleCount,
       r.evidenceCount AS evidenceCount, true AS open, '' AS closedWhy
ORDER BY articleCount DESC, type, id
LIMIT $limit
