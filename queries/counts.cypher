// @name  counts
// @asks  How big is the graph?
// @row   entities int!
// @row   articles int!
// @row   facts int!
// @row   closedFacts int!
// @row   evidence int!
// @note  `facts` are the open ones that nobody has rejected.
MATCH (e:Entity)
WITH count(e) AS entities
OPTIONAL MATCH (a:Article)
WITH entities, count(a) AS articles
OPTIONAL MATCH (f:Fact) WHERE f.open = true AND f.verdict <> 'REJECTED'
WITH entities, articles, count(f) AS facts
OPTIONAL MATCH (c:Fact) WHERE c.open = false
WITH entities, articles, facts, count(c) AS closedFacts
OPTIONAL MATCH (v:Evidence)
RETURN entities, articles, facts, closedFacts, count(v) AS evidence
