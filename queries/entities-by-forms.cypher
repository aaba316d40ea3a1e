// @name  entities-by-forms
// @asks  Which entities are called exactly one of these?
// @param forms string[]!
// @param limit int = 2000
// @row   form string!
// @row   id string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   aliases string[]!
// @row   articleCount int!
// @note  A form is a name or alias, normalised by normaliseForSearch (src/store/search-text.ts) and set between line breaks.
UNWIND $forms AS form
MATCH (e:Entity)
WHERE e.searchText CONTAINS form
RETURN form, e.id AS id, e.kind AS kind, e.subkind AS subkind, e.name AS name, e.aliases AS aliases, e.articleCount AS articleCount
ORDER BY form, articleCount DESC, id
LIMIT $limit
