// @name  articles-of-facts
// @asks  Which articles prove these facts?
// @param ids string[]!
// @row   factId string!
// @row   articleIds string[]! sorted
// @note  Each article once per fact. A path search asks whether one article proves neighbouring hops.
MATCH (f:Fact)-[:SUPPORTED_BY]->(v:Evidence)
WHERE f.id IN $ids
RETURN f.id AS factId, collect(DISTINCT v.articleId) AS articleIds
ORDER BY factId
