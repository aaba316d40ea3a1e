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
// @row   verdict string!
// @note  `ids` are the subjects, `otherIds` the objects; pass both ends in both for either way. Rejected facts come with their verdict.
MATCH (e:Entity)-[:SUBJECT_OF]->(f:Fact)
WHERE e.id IN $ids
WITH e, f
WHERE f.open = true AND f.objectId IN $otherIds
RETURN f.id AS id, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title, f.modality AS modality,
       f.strength AS strength, f.speakerId AS speakerId, f.firstSeen AS firstSeen, f.lastSeen AS lastSeen, f.articleCount AS articleCount,
       f.evidenceCount AS evidenceCount, f.open AS open, f.closedWhy AS closedWhy, coalesce(f.verdict, '') AS verdict
ORDER BY id
LIMIT $limit
