// @name  article-ids
// @asks  Which articles are stored, page by page?
// @param afterId string = ""
// @param limit int = 50
// @row   id string!
// @note  For walking the whole graph: pass the last id as afterId for the next page.
MATCH (a:Article) WHERE a.id > $afterId
RETURN a.id AS id
ORDER BY id
LIMIT $limit
