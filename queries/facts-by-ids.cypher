// @name  facts-by-ids
// @asks  Which facts have these ids?
// @param ids string[]!
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
// @note  Closed ones too.
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})
RETURN f.id AS id, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title, f.modality AS modality,
       f.strength AS strength, f.speakerId AS speakerId, f.firstSeen AS firstSeen, f.lastSeen AS lastSeen, f.articleCount AS articleCount,
       f.evidenceCount AS evidenceCount, f.open AS open, f.closedWhy AS closedWhy
ORDER BY id
