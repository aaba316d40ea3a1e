// @name  statements-of-entities
// @asks  What does the evidence say of these entities, under the references?
// @param ids string[]!
// @row   id string!
// @row   type string!
// @row   subjectRef string!
// @row   objectRef string!
// @row   title string!
// @row   modality string!
// @row   seen string!
// @note  Evidence of open facts, each piece once; `seen` is the day of the event, else of the article.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})-[:SUBJECT_OF|OBJECT_OF]->(f:Fact)-[:SUPPORTED_BY]->(v:Evidence)
RETURN DISTINCT v.id AS id, v.type AS type, v.subjectRef AS subjectRef, v.objectRef AS objectRef, v.title AS title, v.modality AS modality, v.seen AS seen
ORDER BY id
