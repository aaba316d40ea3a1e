// @name  rejected-facts-of-entities
// @asks  Which facts of these entities did reviewers reject?
// @param ids string[]!
// @param types string[] = []
// @param strengths string[] = []
// @param modalities string[] = []
// @param limit int = 10000
// @row   entityId string!
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
// @note  They have no typed edge, so nothing else finds them. Empty lists do not filter.
MATCH (e:Entity)-[:SUBJECT_OF|OBJECT_OF]->(f:Fact)
WHERE e.id IN $ids
WITH e, f
WHERE f.open = true AND f.verdict = 'REJECTED'
  AND (size($types) = 0 OR f.type IN $types)
  AND (size($strengths) = 0 OR f.strength IN $strengths)
  AND (size($modalities) = 0 OR f.modality IN $modalities)
RETURN DISTINCT e.id AS entityId, f.id AS id, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title,
       f.modality AS modality, f.strength AS strength, f.speakerId AS speakerId, f.firstSeen AS firstSeen, f.lastSeen AS lastSeen,
       f.articleCount AS articleCount, f.evidenceCount AS evidenceCount, f.open AS open, f.closedWhy AS closedWhy
ORDER BY entityId, id
LIMIT $limit
