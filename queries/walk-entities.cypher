// @name  walk-entities
// @asks  Which entities are there, and how many articles name each?
// @param afterId string = ""
// @param limit int = 500
// @row   id string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   aliases string[]!
// @row   articleCount int!
// @note  Pass the last id as afterId for the next page. Read whole by a server that walks in memory.
MATCH (e:Entity)
WHERE e.id > $afterId
RETURN e.id AS id, e.kind AS kind, e.subkind AS subkind, e.name AS name, e.aliases AS aliases, e.articleCount AS articleCount
ORDER BY id
LIMIT $limit
