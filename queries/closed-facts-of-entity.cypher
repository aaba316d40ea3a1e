// @name  closed-facts-of-entity
// @asks  Which facts of this entity have lost their evidence?
// @param id string!
// @param limit int = 1000
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
MATCH (e:Entity)-[:SUBJECT_OF|OBJECT_OF]->(f:Fact)
WHERE e.id = $id
WITH f
WHERE f.open = false AND f.verdict <> 'REJECTED'
RETURN DISTINCT f.id AS id, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title, f.modality AS modality,
       f.strength AS strength, f.speakerId AS speakerId, f.firstSeen AS firstSeen, f.lastSeen AS lastSeen, f.articleCount AS articleCount,
       f.evidenceCount AS evidenceCount, f.open AS open, f.closedWhy AS closedWhy
ORDER BY id
LIMIT $limit
