// @name  articles-known
// @asks  How many articles were known by a day?
// @param asOf string = ""
// @row   articles int!
// @note  Undated articles count on every day.
MATCH (a:Article)
WHERE a.date <= CASE WHEN $asOf = '' THEN '~' ELSE $asOf END
RETURN count(a) AS articles
