// @name  list-articles
// @asks  Which articles are there, newest first?
// @param text string = ""
// @param since string = ""
// @param until string = ""
// @param afterDate string = ""
// @param afterId string = ""
// @param skip int = 0
// @param limit int = 50
// @row   id string!
// @row   title string!
// @row   date string!
// @row   source string!
// @row   url string!
// @row   synthetic boolean!
// @note  `text` is sought in the title as it stands; dates are inclusive.
// @note  '~' sorts after every date; bounds of that form let a store read in the order of an index and stop at the limit.
// @note  Pages by cursor: pass date and id of the last row as afterDate and afterId; or by skip.
MATCH (a:Article)
WHERE a.date >= $since
  AND a.date <= CASE WHEN $until = '' THEN '~' ELSE $until END
  AND a.date <= CASE WHEN $afterId = '' THEN '~' ELSE $afterDate END
  AND ($until = '' OR a.date <> '')
  AND ($afterId = '' OR a.date < $afterDate OR a.id > $afterId)
  AND ($text = '' OR a.title CONTAINS $text)
RETURN a.id AS id, a.title AS title, a.date AS date, a.source AS source, a.url AS url, a.synthetic AS synthetic
ORDER BY date DESC, id
SKIP $skip LIMIT $limit
