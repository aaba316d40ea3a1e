// @name  entities-near
// @asks  Which entities have names that look like this one?
// @param bigrams string[]!
// @param kinds string[] = []
// @param limit int = 10
// @row   id string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   aliases string[]!
// @row   articleCount int!
// @row   hits int!
// @note  `bigrams` come from bigramsOf (src/store/search-text.ts); `hits` is how many of them a name or alias holds.
UNWIND $bigrams AS bigram
MATCH (e:Entity)
WHERE e.searchText CONTAINS bigram AND (size($kinds) = 0 OR e.kind IN $kinds)
WITH e, count(*) AS hits
RETURN e.id AS id, e.kind AS kind, e.subkind AS subkind, e.name AS name, e.aliases AS aliases, e.articleCount AS articleCount, hits
ORDER BY hits DESC, articleCount DESC, id
LIMIT $limit
