// @name  articles-of-facts
// @asks  Which articles prove these facts?
// @param ids string[]!
// @row   factId string!
// @row   articleIds string[]! sorted
// @note  Each article once per fact. A path search asks of thousands whether one article proves neighbouring hops;
// @note  so each is found by its key instead of scanning all facts for the list.
UNWIND $ids AS id
MATCH (f:Fact {id: id})
WHERE size(f.articleIds) > 0
RETURN f.id AS factId, f.articleIds AS articleIds
ORDER BY factId
