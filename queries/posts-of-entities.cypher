// @name  posts-of-entities
// @asks  Which posts do these people hold, or these bodies have held in them, and what tells of each?
// @param ids string[]!
// @param limit int = 10000
// @row   entityId string!
// @row   factId string!
// @row   personId string!
// @row   bodyId string!
// @row   title string!
// @row   evidenceId string!
// @row   articleId string!
// @row   articleDate string!
// @row   eventDate string!
// @row   modality string!
// @row   strength string!
// @row   speakerId string!
// @row   rule string!
// @row   cue string!
// @row   cleanQuote string!
// @note  One row per piece of evidence for an open HOLDS_POSITION fact.
MATCH (e:Entity)-[:SUBJECT_OF|OBJECT_OF]->(f:Fact)-[:SUPPORTED_BY]->(v:Evidence)-[:`FROM`]->(a:Article)
WHERE e.id IN $ids
WITH e, f, v, a
WHERE f.open = true AND coalesce(f.verdict, '') <> 'REJECTED' AND f.type = 'HOLDS_POSITION'
RETURN DISTINCT e.id AS entityId, f.id AS factId, f.subjectId AS personId, f.objectId AS bodyId, f.title AS title, v.id AS evidenceId,
       a.id AS articleId, a.date AS articleDate, v.eventDate AS eventDate, v.modality AS modality, v.strength AS strength,
       v.speakerId AS speakerId, v.rule AS rule, v.cue AS cue, v.cleanQuote AS cleanQuote
ORDER BY entityId, factId, evidenceId
LIMIT $limit
