// @name  facts-by-month
// @asks  How many facts are told of this entity, month by month?
// @param id string!
// @param since string = ""
// @param until string = ""
// @row   month string!
// @row   facts int!
// @row   evidence int!
// @note  By the event's day, else the article's. A fact told in two months counts in both; month is '' where no day is known.
MATCH (e:Entity)-[:SUBJECT_OF|OBJECT_OF]->(f:Fact)-[:SUPPORTED_BY]->(v:Evidence)-[:`FROM`]->(a:Article)
WHERE e.id = $id
WITH f, v, a
WHERE f.open = true AND coalesce(f.verdict, '') <> 'REJECTED'
WITH f, v, CASE WHEN v.eventDate <> '' THEN v.eventDate ELSE a.date END AS day
WHERE ($since = '' OR day >= $since) AND ($until = '' OR (day <> '' AND day <= $until))
RETURN left(day, 7) AS month, count(DISTINCT f.id) AS facts, count(DISTINCT v.id) AS evidence
ORDER BY month
