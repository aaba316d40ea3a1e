// @name evidence-of-facts
// @note In two steps, both by key: from an edge the database would read all evidence. The lists of the first are the ids of the second.
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})
RETURN f.evidenceIds AS ids
;
UNWIND $ids AS wanted
MATCH (v:Evidence {id: wanted})
MATCH (a:Article {id: v.articleId})
RETURN v.id AS id, v.factId AS factId, v.articleId AS articleId, v.type AS type, v.subjectId AS subjectId, v.objectId AS objectId,
       v.title AS title, v.quote AS quote, v.cleanQuote AS cleanQuote, v.rawStart AS rawStart, v.rawEnd AS rawEnd, v.spanStart AS spanStart,
       v.spanEnd AS spanEnd, v.sentence AS sentence, v.cue AS cue, v.rule AS rule, v.modality AS modality, v.strength AS strength,
       v.speakerId AS speakerId, v.eventDate AS eventDate, v.textHash AS textHash, v.repairs AS repairs, a.title AS articleTitle,
       a.date AS articleDate, a.source AS articleSource
ORDER BY factId, articleDate, articleId, rawStart, id
