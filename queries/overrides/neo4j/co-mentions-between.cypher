// @name co-mentions-between
// @note Both sides by key, joined at their articles: from one side alone the database would look at all who stand in the articles of a hub.
MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article)<-[n:MENTIONED_IN]-(o:Entity)
USING JOIN ON a
WHERE e.id IN $ids AND o.id IN $otherIds AND o.id <> e.id AND ($asOf = '' OR a.date <= $asOf)
RETURN e.id AS id, o.id AS otherId, a.id AS articleId, a.date AS date, m.mentions AS mentions, n.mentions AS otherMentions
ORDER BY id, otherId, articleId
LIMIT $limit
