// @name  walk-facts
// @asks  Over which facts may one walk, and which articles prove each?
// @param afterId string = ""
// @param limit int = 500
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
// @row   articleIds string[]! sorted
// @note  Those that have a typed edge. Pass the last id as afterId for the next page. Read whole by a server that walks in memory.
MATCH (f:Fact)
WHERE f.id > $afterId AND f.open = true AND f.verdict <> 'REJECTED' AND f.subjectId <> f.objectId
RETURN f.id AS id, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title, f.modality AS modality,
       f.strength AS strength, f.speakerId AS speakerId, f.firstSeen AS firstSeen, f.lastSeen AS lastSeen, f.articleCount AS articleCount,
       f.evidenceCount AS evidenceCount, f.articleIds AS articleIds
ORDER BY id
LIMIT $limit
