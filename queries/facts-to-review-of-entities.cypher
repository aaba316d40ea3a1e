// @name  facts-to-review-of-entities
// @asks  Which open facts of these entities wait for a reader, the weakest first?
// @param ids string[]!
// @param verdicts string[]!
// @param disputed boolean = false
// @param oneReader boolean = false
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
// @row   verdict string!
// @row   disputed boolean!
// @note  As facts-to-review, for the facts of busy entities, which reach far.
MATCH (e:Entity)-[:SUBJECT_OF|OBJECT_OF]->(f:Fact)
WHERE e.id IN $ids
WITH e, f
WHERE f.open = true
  AND (f.verdict IN $verdicts OR ($disputed = true AND f.disputed = true)
    OR ($oneReader = true AND f.verdict IN ['CONFIRMED', 'REJECTED'] AND f.secondReader = ''))
WITH DISTINCT f,
     1 + CASE WHEN f.strength = 'STATED' THEN 0 ELSE 2 END + CASE WHEN f.modality = 'ASSERTED' THEN 0 ELSE 1 END
       + CASE WHEN f.articleCount = 1 THEN 2 ELSE 0 END + CASE WHEN f.disputed = true THEN 3 ELSE 0 END
       + CASE WHEN f.verdict IN ['CONTESTED', 'NEEDS_SOURCE'] THEN 2 ELSE 0 END AS weakness
RETURN f.id AS id, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title, f.modality AS modality,
       f.strength AS strength, f.speakerId AS speakerId, f.firstSeen AS firstSeen, f.lastSeen AS lastSeen, f.articleCount AS articleCount,
       f.evidenceCount AS evidenceCount, f.open AS open, f.closedWhy AS closedWhy, f.verdict AS verdict, f.disputed AS disputed
ORDER BY weakness DESC, evidenceCount DESC, id
LIMIT $limit
