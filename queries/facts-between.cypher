// @name  facts-between
// @asks  Which open facts run from one of these entities to one of those?
// @param ids string[]!
// @param otherIds string[]!
// @param limit int = 5000
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
// @note  `ids` are the subjects, `otherIds` the objects; pass both ends in both for either way.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})-[r:{{relations}}]->(o:Entity)
WHERE o.id IN $otherIds
RETURN r.factId AS id, r.type AS type, r.subjectId AS subjectId, r.objectId AS objectId, r.title AS title, r.modality AS modality,
       r.strength AS strength, r.speakerId AS speakerId, r.firstSeen AS firstSeen, r.lastSeen AS lastSeen, r.articleCount AS articleCount,
       r.evidenceCount AS evidenceCount, true AS open, '' AS closedWhy
ORDER BY id
LIMIT $limit
