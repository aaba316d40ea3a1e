// @name  proof-of-facts
// @asks  What evidence do the edges of these facts lead to? (verify looks at edges, where answers may go by key.)
// @param ids string[]!
// @row   id string!
// @row   factId string!
// @row   articleId string!
// @row   type string!
// @row   subjectId string!
// @row   objectId string!
// @row   title string!
// @row   quote string!
// @row   cleanQuote string!
// @row   rawStart int!
// @row   rawEnd int!
// @row   spanStart int!
// @row   spanEnd int!
// @row   sentence int!
// @row   cue string!
// @row   rule string!
// @row   modality string!
// @row   strength string!
// @row   speakerId string!
// @row   eventDate string!
// @row   textHash string!
// @row   repairs string[]!
// @row   articleTitle string!
// @row   articleDate string!
// @row   articleSource string!
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})
OPTIONAL MATCH (f)-[:SUPPORTED_BY]->(v:Evidence)-[:`FROM`]->(a:Article)
WITH v, a WHERE v.id IS NOT NULL
RETURN v.id AS id, v.factId AS factId, v.articleId AS articleId, v.type AS type, v.subjectId AS subjectId, v.objectId AS objectId,
       v.title AS title, v.quote AS quote, v.cleanQuote AS cleanQuote, v.rawStart AS rawStart, v.rawEnd AS rawEnd, v.spanStart AS spanStart,
       v.spanEnd AS spanEnd, v.sentence AS sentence, v.cue AS cue, v.rule AS rule, v.modality AS modality, v.strength AS strength,
       v.speakerId AS speakerId, v.eventDate AS eventDate, v.textHash AS textHash, v.repairs AS repairs, a.title AS articleTitle,
       a.date AS articleDate, a.source AS articleSource
ORDER BY factId, articleDate, articleId, rawStart, id
