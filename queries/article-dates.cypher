// @name  article-dates
// @asks  Which days do the articles span?
// @row   firstDate string
// @row   lastDate string
// @note  Undated articles do not count; both are null when none is dated.
MATCH (a:Article) WHERE a.date <> ''
RETURN min(a.date) AS firstDate, max(a.date) AS lastDate
