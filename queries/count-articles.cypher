// @name  count-articles
// @asks  How many articles does list-articles have in all?
// @param text string = ""
// @param since string = ""
// @param until string = ""
// @row   articles int!
MATCH (a:Article)
WHERE a.date >= $since
  AND a.date <= CASE WHEN $until = '' THEN '~' ELSE $until END
  AND ($until = '' OR a.date <> '')
  AND ($text = '' OR a.title CONTAINS $text)
RETURN count(a) AS articles
