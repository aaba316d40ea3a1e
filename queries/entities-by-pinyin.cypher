// @name  entities-by-pinyin
// @asks  Which entities have a name or alias that sounds like this?
// @param key string!
// @param part string!
// @param kinds string[] = []
// @param limit int = 20
// @row   id string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   aliases string[]!
// @row   articleCount int!
// @row   rank int!
// @note  `key` is full pinyin or initials without tones and `part` what it asks of the column: pinyinKey and pinyinPart (src/store/pinyin.ts).
// @note  rank: 0 the whole of a name or alias, 1 one begins with it, 2 it stands inside, perhaps across syllables.
MATCH (e:Entity)
WHERE e.pinyinText CONTAINS $part AND (size($kinds) = 0 OR e.kind IN $kinds)
RETURN e.id AS id, e.kind AS kind, e.subkind AS subkind, e.name AS name, e.aliases AS aliases, e.articleCount AS articleCount,
       CASE WHEN e.pinyinText CONTAINS ('\n' + $key + '\n') THEN 0
            WHEN e.pinyinText CONTAINS ('\n' + $key) THEN 1
            ELSE 2 END AS rank
ORDER BY rank, articleCount DESC, id
LIMIT $limit
