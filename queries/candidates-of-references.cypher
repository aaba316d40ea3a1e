// @name  candidates-of-references
// @asks  Which references did comparison find to be, or possibly be, one with these?
// @param ids string[]!
// @row   id string!
// @row   otherId string!
// @row   canonicalId string!
// @row   otherCanonicalId string!
// @row   score float!
// @row   verdict string!
// @row   proof boolean!
// @row   cause string!
// @row   between string[]!
// @note  `verdict`: same, maybe, or judged (only people say so); `cause` says why the two are not one (SuggestionCause), '' where they are or were judged.
UNWIND $ids AS wanted
MATCH (r:Reference {id: wanted})-[c:CANDIDATE]-(o:Reference)
RETURN r.id AS id, o.id AS otherId, r.canonicalId AS canonicalId, o.canonicalId AS otherCanonicalId, c.score / 1000000.0 AS score, c.verdict AS verdict,
       c.proof AS proof, c.cause AS cause, c.between AS between
ORDER BY id, otherId
