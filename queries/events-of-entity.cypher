// @name  events-of-entity
// @asks  What is told of this entity, by the day on which it happened or was told?
// @param id string!
// @param types string[] = []
// @param since string = ""
// @param until string = ""
// @param limit int = 5000
// @row   evidenceId string!
// @row   factId string!
// @row   type string!
// @row   subjectId string!
// @row   objectId string!
// @row   title string!
// @row   modality string!
// @row   strength string!
// @row   speakerId string!
// @row   rule string!
// @row   cue string!
// @row   cleanQuote string!
// @row   articleId string!
// @row   articleDate string!
// @row   eventDate string!
// @row   day string!
// @note  One row per piece of evidence for its open facts. `day` is the event's day, else the article's; without `since` and
// @note  `until` those without a day come first.
MATCH (e:Entity)-[:SUBJECT_OF|OBJECT_OF]->(f:Fact)-[:SUPPORTED_BY]->(v:Evidence)-[:`FROM`]->(a:Article)
WHERE e.id = $id
WITH f, v, a
WHERE f.open = true AND coalesce(f.verdict, '') <> 'REJECTED' AND (size($types) = 0 OR f.type IN $types)
WITH f, v, a, CASE WHEN v.eventDate <> '' THEN v.eventDate ELSE a.date END AS day
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
RETURN DISTINCT v.id AS evidenceId, f.id AS factId, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title,
       v.modality AS modality, v.strength AS strength, v.speakerId AS speakerId, v.rule AS rule, v.cue AS cue, v.cleanQuote AS cleanQuote, a.id AS articleId,
       a.date AS articleDate, v.eventDate AS eventDate, day
ORDER BY day, evidenceId
LIMIT $limit
