// @name  articles-of-facts
// @asks  Which articles prove these facts?
// @param ids string[]!
// @row   factId string!
// @row   articleIds string[]! sorted
// @note  Each article once per fact. A path search asks of thousands whether one article proves neighbouring hops;
// @note  so each is found by its key instead of scanning all facts for the list.
UNWIND $ids AS id
WITH DISTINCT id
MATCH (f:Fact {id: id})-[:SUPPORTED_BY]->(v:Evidence)
RETURN f.id AS factId, collect(DISTINCT v.articleId) AS articleIds
ORDER BY factId
