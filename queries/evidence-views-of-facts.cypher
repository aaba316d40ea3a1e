// @name  evidence-views-of-facts
// @asks  What does each piece of evidence for these facts say of them, and since when is it known?
// @param ids string[]!
// @row   id string!
// @row   factId string!
// @row   articleId string!
// @row   articleDate string!
// @row   eventDate string!
// @row   modality string!
// @row   strength string!
// @row   speakerId string!
// @note  For folding facts anew from part of their evidence (as known by a day): no quotes.
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})-[:SUPPORTED_BY]->(v:Evidence)-[:`FROM`]->(a:Article)
RETURN DISTINCT v.id AS id, v.factId AS factId, a.id AS articleId, a.date AS articleDate, v.eventDate AS eventDate, v.modality AS modality,
       v.strength AS strength, v.speakerId AS speakerId
ORDER BY factId, id
