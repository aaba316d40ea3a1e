// @name  articles-known
// @asks  How many articles were known by a day?
// @param asOf string = ""
// @row   articles int!
// @note  Undated articles count on every day.
MATCH (a:Article)
WHERE $asOf = '' OR a.date <= $asOf
RETURN count(a) AS articles
