/** A question in plain words; the answer is that of the GraphQL that it came to. */
export const ASK = `query Ask($question: String!) {
  ask(question: $question) {
    outcome understood { zh en } intent graphql variables answer ignored
    names { given entity { id kind name } } candidates { given entity { id kind name articleCount } } nearest { zh en }
  }
}`
