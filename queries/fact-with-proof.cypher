// @name  fact-with-proof
// @asks  Which fact has this id, who are its ends, and what proves it?
// @param id string!
// @param pieces int = 10
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
// @row   subjectKind string!
// @row   subjectSubkind string!
// @row   subjectName string!
// @row   subjectAliases string[]!
// @row   subjectArticles int!
// @row   objectKind string!
// @row   objectSubkind string!
// @row   objectName string!
// @row   objectAliases string[]!
// @row   objectArticles int!
// @row   evidenceId string!
// @row   quote string!
// @row   cleanQuote string!
// @row   rawStart int!
// @row   rawEnd int!
// @row   spanStart int!
// @row   spanEnd int!
// @row   sentence int!
// @row   cue string!
// @row   rule string!
// @row   evidenceModality string!
// @row   evidenceStrength string!
// @row   evidenceSpeakerId string!
// @row   eventDate string!
// @row   textHash string!
// @row   repairs string[]!
// @row   articleId string!
// @row   articleTitle string!
// @row   articleDate string!
// @row   articleSource string!
// @note  A row for each piece of evidence, those of the latest articles first; none for a fact that nothing proves (any more).
// @note  type, ends and title of a piece of evidence are those of its fact.
MATCH (f:Fact {id: $id})
MATCH (s:Entity {id: f.subjectId})
MATCH (o:Entity {id: f.objectId})
UNWIND f.evidenceIds AS listed
MATCH (v:Evidence {id: listed})
MATCH (a:Article {id: v.articleId})
RETURN f.id AS id, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title, f.modality AS modality,
       f.strength AS strength, f.speakerId AS speakerId, f.firstSeen AS firstSeen, f.lastSeen AS lastSeen, f.articleCount AS articleCount,
       f.evidenceCount AS evidenceCount, f.open AS open, f.closedWhy AS closedWhy,
       s.kind AS subjectKind, s.subkind AS subjectSubkind, s.name AS subjectName, s.aliases AS subjectAliases, s.articleCount AS subjectArticles,
       o.kind AS objectKind, o.subkind AS objectSubkind, o.name AS objectName, o.aliases AS objectAliases, o.articleCount AS objectArticles,
       v.id AS evidenceId, v.quote AS quote, v.cleanQuote AS cleanQuote, v.rawStart AS rawStart, v.rawEnd AS rawEnd,
       v.spanStart AS spanStart, v.spanEnd AS spanEnd, v.sentence AS sentence, v.cue AS cue, v.rule AS rule,
       v.modality AS evidenceModality, v.strength AS evidenceStrength, v.speakerId AS evidenceSpeakerId, v.eventDate AS eventDate,
       v.textHash AS textHash, v.repairs AS repairs, a.id AS articleId, a.title AS articleTitle, a.date AS articleDate,
       a.source AS articleSource
ORDER BY articleDate DESC, articleId, rawStart, evidenceId
LIMIT $pieces
