// @name co-mentions-between
// @note The hint has the database take both sides by key before it joins them at their articles; it would read what all articles say of every entity.
MATCH (o:Entity)-[n:MENTIONED_IN]->(a:Article)<-[m:MENTIONED_IN]-(e:Entity)
WHERE o.id IN $otherIds AND e.id IN $ids AND o.id <> e.id AND ($asOf = '' OR a.date <= $asOf)
HINT ((o JOIN n) JOIN a) JOIN (m JOIN e)
RETURN e.id AS id, o.id AS otherId, a.id AS articleId, a.date AS date, m.mentions AS mentions, n.mentions AS otherMentions
ORDER BY id, otherId, articleId
LIMIT $limit
