// @name  all-facts
// @asks  What is each fact, open or closed, page by page?
// @param afterId string = ""
// @param limit int = 500
// @param includeRejected boolean = false
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
// @row   secondReader string!
// @row   disputed boolean!
// @note  Pass the last id as afterId for the next page.
MATCH (f:Fact) WHERE f.id > $afterId AND ($includeRejected = true OR f.verdict <> 'REJECTED')
RETURN f.id AS id, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title, f.modality AS modality,
       f.strength AS strength, f.speakerId AS speakerId, f.firstSeen AS firstSeen, f.lastSeen AS lastSeen, f.articleCount AS articleCount,
       f.evidenceCount AS evidenceCount, f.open AS open, f.closedWhy AS closedWhy,
       f.verdict AS verdict, f.secondReader AS secondReader, f.disputed AS disputed
ORDER BY id
LIMIT $limit
