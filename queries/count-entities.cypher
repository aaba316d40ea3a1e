// @name  count-entities
// @asks  How many entities does list-entities have in all?
// @param kinds string[] = []
// @param subkinds string[] = []
// @param text string = ""
// @row   entities int!
MATCH (e:Entity)
WHERE (size($kinds) = 0 OR e.kind IN $kinds)
  AND (size($subkinds) = 0 OR e.subkind IN $subkinds)
  AND ($text = '' OR e.searchText CONTAINS $text)
RETURN count(e) AS entities
