// @name  facts-page-with-proof-of-entity
// @asks  In which open facts does this entity stand, as in facts-page-of-entity, who are their ends, and what proves each?
// @param id string!
// @param types string[] = []
// @param strengths string[] = []
// @param modalities string[] = []
// @param side string = ""
// @param symmetric string[] = []
// @param afterCount int = 0
// @param afterType string = ""
// @param afterId string = ""
// @param limit int = 21
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
// @note  A row for each piece of evidence: the facts as in facts-page-of-entity, of each at most `pieces`, at least one, of the latest articles first.
// @note  For a store that each call has to travel to: the next three questions of a reader are answered with the first.
// @note  type, ends and title of a piece of evidence are those of its fact.
MATCH (e:Entity)-[r:{{relations}}]-(:Entity)
WHERE e.id = $id
WITH r
WHERE (size($types) = 0 OR r.type IN $types)
  AND (size($strengths) = 0 OR r.strength IN $strengths)
  AND (size($modalities) = 0 OR r.modality IN $modalities)
  AND ($side = '' OR r.type IN $symmetric OR ($side = 'SUBJECT' AND r.subjectId = $id) OR ($side = 'OBJECT' AND r.objectId = $id))
  AND ($afterId = '' OR r.articleCount < $afterCount OR (r.articleCount = $afterCount AND (r.type > $afterType OR (r.type = $afterType AND r.factId > $afterId))))
WITH r.factId AS wanted, r.articleCount AS counted, r.type AS relation
ORDER BY counted DESC, relation, wanted
LIMIT $limit
MATCH (f:Fact {id: wanted})
UNWIND f.evidenceIds AS listed
MATCH (v:Evidence {id: listed})
MATCH (a:Article {id: v.articleId})
WITH wanted, listed, a.date AS date, a.id AS article, v.rawStart AS start
ORDER BY wanted, date DESC, article, start, listed SKIP 0
WITH wanted, collect(listed) AS proof
UNWIND proof[1:$pieces] AS piece
MATCH (v:Evidence {id: piece})
MATCH (a:Article {id: v.articleId})
MATCH (f:Fact {id: v.factId})
MATCH (s:Entity {id: f.subjectId})
MATCH (o:Entity {id: f.objectId})
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
ORDER BY articleCount DESC, type, id, articleDate DESC, articleId, rawStart, evidenceId
