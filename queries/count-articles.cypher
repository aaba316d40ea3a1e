// @name  count-articles
// @asks  How many articles does list-articles have in all?
// @param text string = ""
// @param since string = ""
// @param until string = ""
// @row   articles int!
MATCH (a:Article)
WHERE ($text = '' OR a.title CONTAINS $text)
  AND ($since = '' OR a.date >= $since)
  AND ($until = '' OR (a.date <> '' AND a.date <= $until))
RETURN count(a) AS articles
