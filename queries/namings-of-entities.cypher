// @name  namings-of-entities
// @asks  What does each article that names these entities call them?
// @param ids string[]!
// @row   entityId string!
// @row   articleId string!
// @row   date string!
// @row   homeId string!
// @row   name string!
// @row   aliases string[]!
// @row   key string!
// @row   kind string!
// @row   subkind string!
// @row   count int!
// @row   mentions string!
// @row   refs string[]! sorted
// @row   parts string!
// @note  `mentions` and `parts` are JSON; `parts` is '' where the article has one reference for the entity.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})-[m:MENTIONED_IN]->(a:Article)
RETURN e.id AS entityId, a.id AS articleId, a.date AS date, a.homeId AS homeId, m.name AS name, m.aliases AS aliases, m.key AS key,
       m.kind AS kind, m.subkind AS subkind, m.count AS count, m.mentions AS mentions, m.refs AS refs, m.parts AS parts
ORDER BY entityId, date, articleId
