// @name  entities-by-search
// @asks  Which entities have this text in a name or alias?
// @param text string!
// @param kinds string[] = []
// @param skip int = 0
// @param limit int = 20
// @row   id string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   aliases string[]!
// @row   articleCount int!
// @row   rank int!
// @note  `text` is normalised by normaliseForSearch (src/store/search-text.ts).
// @note  rank: 0 the name itself, 1 an alias itself, 2 name begins with it, 3 alias begins with it, 4 it stands inside.
MATCH (e:Entity)
WHERE e.searchText CONTAINS $text AND (size($kinds) = 0 OR e.kind IN $kinds)
RETURN e.id AS id, e.kind AS kind, e.subkind AS subkind, e.name AS name, e.aliases AS aliases, e.articleCount AS articleCount,
       CASE WHEN e.searchText STARTS WITH ('\n' + $text + '\n') THEN 0
            WHEN e.searchText CONTAINS ('\n' + $text + '\n') THEN 1
            WHEN e.searchText STARTS WITH ('\n' + $text) THEN 2
            WHEN e.searchText CONTAINS ('\n' + $text) THEN 3
            ELSE 4 END AS rank
ORDER BY rank, articleCount DESC, id
SKIP $skip LIMIT $limit
