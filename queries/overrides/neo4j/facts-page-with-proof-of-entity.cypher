// @name facts-page-with-proof-of-entity
// @note Lists are cut in other words here; and the edge holds the fact and knows its ends, so that only proof is looked up.
MATCH (e:Entity {id: $id})-[r:{{relations}}]-(:Entity)
WHERE (size($types) = 0 OR r.type IN $types)
  AND (size($strengths) = 0 OR r.strength IN $strengths)
  AND (size($modalities) = 0 OR r.modality IN $modalities)
  AND ($side = '' OR r.type IN $symmetric OR ($side = 'SUBJECT' AND r.subjectId = $id) OR ($side = 'OBJECT' AND r.objectId = $id))
  AND ($afterId = '' OR r.articleCount < $afterCount OR (r.articleCount = $afterCount AND (r.type > $afterType OR (r.type = $afterType AND r.factId > $afterId))))
WITH r, r.factId AS id
ORDER BY r.articleCount DESC, r.type, id
LIMIT $limit
MATCH (:Fact {id: id})-[:SUPPORTED_BY]->(v:Evidence)-[:`FROM`]->(a:Article)
WITH r, id, v, a
ORDER BY id, a.date DESC, a.id, v.rawStart, v.id
WITH r, id, collect([v, a])[..$pieces] AS proof
UNWIND proof AS piece
WITH r, piece[0] AS v, piece[1] AS a, startNode(r) AS s, endNode(r) AS o
RETURN r.factId AS id, r.type AS type, r.subjectId AS subjectId, r.objectId AS objectId, r.title AS title, r.modality AS modality,
       r.strength AS strength, r.speakerId AS speakerId, r.firstSeen AS firstSeen, r.lastSeen AS lastSeen, r.articleCount AS articleCount,
       r.evidenceCount AS evidenceCount, true AS open, '' AS closedWhy,
       s.kind AS subjectKind, s.subkind AS subjectSubkind, s.name AS subjectName, s.aliases AS subjectAliases, s.articleCount AS subjectArticles,
       o.kind AS objectKind, o.subkind AS objectSubkind, o.name AS objectName, o.aliases AS objectAliases, o.articleCount AS objectArticles,
       v.id AS evidenceId, v.quote AS quote, v.cleanQuote AS cleanQuote, v.rawStart AS rawStart, v.rawEnd AS rawEnd,
       v.spanStart AS spanStart, v.spanEnd AS spanEnd, v.sentence AS sentence, v.cue AS cue, v.rule AS rule,
       v.modality AS evidenceModality, v.strength AS evidenceStrength, v.speakerId AS evidenceSpeakerId, v.eventDate AS eventDate,
       v.textHash AS textHash, v.repairs AS repairs, a.id AS articleId, a.title AS articleTitle, a.date AS articleDate,
       a.source AS articleSource
ORDER BY articleCount DESC, type, id, articleDate DESC, articleId, rawStart, evidenceId
