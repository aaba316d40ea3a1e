// @name  all-entities
// @asks  What is each entity, page by page?
// @param afterId string = ""
// @param limit int = 500
// @row   id string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   key string!
// @row   aliases string[]!
// @row   articleCount int!
// @note  Pass the last id as afterId for the next page.
MATCH (e:Entity) WHERE e.id > $afterId
RETURN e.id AS id, e.kind AS kind, e.subkind AS subkind, e.name AS name, e.key AS key, e.aliases AS aliases, e.articleCount AS articleCount
ORDER BY id
LIMIT $limit
