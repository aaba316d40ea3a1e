// @name  mentions-of-articles
// @asks  Which entities do these articles name, and where?
// @param ids string[]!
// @row   articleId string!
// @row   entityId string!
// @row   kind string!
// @row   subkind string!
// @row   name string!
// @row   aliases string[]!
// @row   key string!
// @row   count int!
// @row   mentions string!
// @row   refs string[]! sorted
// @note  `refs` are the references that the article names: several where what it names apart goes by one entity.
// @note  Name and aliases are those of the article; `mentions` is JSON (Mention[] of src/core/records.ts).
MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article)
WHERE a.id IN $ids
RETURN a.id AS articleId, e.id AS entityId, m.kind AS kind, m.subkind AS subkind, m.name AS name, m.aliases AS aliases, m.key AS key, m.count AS count, m.mentions AS mentions, m.refs AS refs
ORDER BY articleId, entityId
