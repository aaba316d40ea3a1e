// @name  count-facts-to-review
// @asks  How many open facts wait for a reader?
// @param verdicts string[]!
// @param disputed boolean = false
// @param oneReader boolean = false
// @row   facts int!
// @note  The same filters as facts-to-review.
MATCH (f:Fact)
WHERE f.open = true
  AND (f.verdict IN $verdicts OR ($disputed = true AND f.disputed = true)
    OR ($oneReader = true AND f.verdict IN ['CONFIRMED', 'REJECTED'] AND f.secondReader = ''))
RETURN count(f) AS facts
