// @name co-mentions
// @note The database would begin by reading what all articles say of every entity; the hint has it go from the entities asked of to their articles and on.
MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article)<-[n:MENTIONED_IN]-(o:Entity)
WHERE e.id IN $ids AND o.id <> e.id
HINT ((((e JOIN m) JOIN a) JOIN n) JOIN o)
WITH e, m, a, n, o
WHERE (size($kinds) = 0 OR o.kind IN $kinds)
  AND ($asOf = '' OR a.date <= $asOf)
RETURN e.id AS id, o.id AS otherId, a.id AS articleId, a.date AS date, m.mentions AS mentions, n.mentions AS otherMentions
ORDER BY id, otherId, articleId
LIMIT $limit
