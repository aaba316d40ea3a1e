/** A question in plain words; the answer is that of the GraphQL that it came to. */
export const ASK = `query Ask($question: String!, $means: [ID!]) {
  ask(question: $question, means: $means) {
    outcome understood { zh en } intent graphql variables answer ignored
    names { given entity { id kind name } }
    candidates { given entity { id kind name articleCount facts(types: [LOCATED_IN, PART_OF, HOLDS_POSITION], modalities: [ASSERTED], side: SUBJECT, first: 1) { nodes { title object { id kind name } } } } } nearest { zh en }
  }
}`
