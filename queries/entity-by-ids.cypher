// @name  entity-by-ids
// @asks  Which entities have these ids?
// @param ids string[]!
// @row   id string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   aliases string[]!
// @row   articleCount int!
// @note  Unknown ids give no row.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN e.id AS id, e.kind AS kind, e.subkind AS subkind, e.name AS name, e.aliases AS aliases, e.articleCount AS articleCount
ORDER BY id
