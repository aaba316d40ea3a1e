// @name  entities-named-in
// @asks  Which entities have a name or alias that stands in this text?
// @param text string!
// @param limit int = 200
// @row   id string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   aliases string[]!
// @row   articleCount int!
// @note  Quotation and title marks do not count, in the names here and in `text`, from which the caller takes them out.
MATCH (e:Entity)
UNWIND ([e.name] + e.aliases) AS form
WITH e, replace(replace(replace(replace(form, '“', ''), '”', ''), '《', ''), '》', '') AS plain
WHERE plain <> '' AND $text CONTAINS plain
RETURN DISTINCT e.id AS id, e.kind AS kind, e.subkind AS subkind, e.name AS name, e.aliases AS aliases, e.articleCount AS articleCount
ORDER BY articleCount DESC, id
LIMIT $limit
