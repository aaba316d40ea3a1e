// @name  evidence-of-articles
// @asks  What evidence do these articles give?
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
MATCH (v:Evidence)-[:`FROM`]->(a:Article)
WHERE a.id IN $ids
RETURN v.id AS id, v.factId AS factId, v.articleId AS articleId, v.type AS type, v.subjectId AS subjectId, v.objectId AS objectId,
       v.title AS title, v.quote AS quote, v.cleanQuote AS cleanQuote, v.rawStart AS rawStart, v.rawEnd AS rawEnd, v.spanStart AS spanStart,
       v.spanEnd AS spanEnd, v.sentence AS sentence, v.cue AS cue, v.rule AS rule, v.modality AS modality, v.strength AS strength,
       v.speakerId AS speakerId, v.eventDate AS eventDate, v.textHash AS textHash, v.repairs AS repairs
ORDER BY articleId, rawStart, rawEnd, id
