// @name  list-entities
// @asks  Which entities are there, most named first?
// @param kinds string[] = []
// @param subkinds string[] = []
// @param text string = ""
// @param afterCount int = 0
// @param afterId string = ""
// @param skip int = 0
// @param limit int = 50
// @row   id string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   aliases string[]!
// @row   articleCount int!
// @note  A bound on articleCount lets a store read in the order of an index and stop at the limit.
// @note  Pages by cursor: pass articleCount and id of the last row as afterCount and afterId; or by skip.
MATCH (e:Entity)
WHERE e.articleCount <= CASE WHEN $afterId = '' THEN 9007199254740991 ELSE $afterCount END
  AND ($afterId = '' OR e.articleCount < $afterCount OR e.id > $afterId)
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND (size($subkinds) = 0 OR e.subkind IN $subkinds)
  AND ($text = '' OR e.searchText CONTAINS $text)
RETURN e.id AS id, e.kind AS kind, e.subkind AS subkind, e.name AS name, e.aliases AS aliases, e.articleCount AS articleCount
ORDER BY articleCount DESC, id
SKIP $skip LIMIT $limit
