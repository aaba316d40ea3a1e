// @name evidence-views-of-facts
// @note In two steps, both by key: from an edge the database would read all evidence. The lists of the first are the ids of the second.
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})
RETURN f.evidenceIds AS ids
;
UNWIND $ids AS wanted
MATCH (v:Evidence {id: wanted})
MATCH (a:Article {id: v.articleId})
RETURN DISTINCT v.id AS id, v.factId AS factId, a.id AS articleId, a.date AS articleDate, v.eventDate AS eventDate, v.modality AS modality,
       v.strength AS strength, v.speakerId AS speakerId
ORDER BY factId, id
