// @name  facts-page-of-entity
// @asks  In which open facts does this entity stand, those in most articles first, from a place on?
// @param id string!
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
// @note  Pass articleCount, type and id of the last row for the next page; an empty afterId begins at the top.
MATCH (e:Entity)-[r:{{relations}}]-(o:Entity)
WHERE e.id = $id
WITH r
WHERE $afterId = '' OR r.articleCount < $afterCount OR (r.articleCount = $afterCount AND (r.type > $afterType OR (r.type = $afterType AND r.factId > $afterId)))
RETURN r.factId AS id, r.type AS type, r.subjectId AS subjectId, r.objectId AS objectId, r.title AS title, r.modality AS modality,
       r.strength AS strength, r.speakerId AS speakerId, r.firstSeen AS firstSeen, r.lastSeen AS lastSeen, r.articleCount AS articleCount,
       r.evidenceCount AS evidenceCount, true AS open, '' AS closedWhy
ORDER BY articleCount DESC, type, id
LIMIT $limit
