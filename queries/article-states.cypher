// @name  article-states
// @asks  Which of these articles are retracted?
// @param ids string[]!
// @row   id string!
// @row   retracted boolean!
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})
RETURN a.id AS id, a.retracted AS retracted
ORDER BY id
