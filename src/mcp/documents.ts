/** The GraphQL of each tool: queries only. Every fact comes with its quotes, every quote with its article. */

const EVIDENCE = `quote raw { start end } modality strength eventDate speaker { id name } repairs article { id title date source url }`

const FACT = `id type title modality strength firstSeen lastSeen articleCount evidenceCount disputed verdict { state by }
  subject { id kind name } object { id kind name } speaker { id name }`

const PATH = `strength reasons { code zh en } hops { forward from { id kind name } to { id kind name } fact { ${FACT} evidence(first: 2) { ${EVIDENCE} } } }`

const ENTITY = 'id kind subkind name aliases articleCount'

export const SEARCH = `query SearchNames($text: String!, $kinds: [EntityKind!], $asOf: Date, $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, asOf: $asOf, first: $first, after: $after) { totalCount edges { match node { ${ENTITY} } } pageInfo { hasNextPage endCursor } }
}`

export const ENTITY_WITH_FACTS = `query EntityWithFacts($name: String!, $kinds: [EntityKind!], $types: [RelationType!], $side: FactSide, $otherKinds: [EntityKind!], $from: Date, $to: Date, $asOf: Date, $first: Int, $after: String) {
  resolve(name: $name, kinds: $kinds) {
    ${ENTITY}
    relationCounts { type forward count }
    facts(types: $types, side: $side, otherKinds: $otherKinds, from: $from, to: $to, asOf: $asOf, first: $first, after: $after) {
      totalCount nodes { ${FACT} evidence(first: 2) { ${EVIDENCE} } } pageInfo { hasNextPage endCursor }
    }
  }
}`

export const CHECK_CLAIM = `query CheckClaim($subject: String!, $relation: RelationType, $object: String!, $title: String, $asOf: Date) {
  checkClaim(subject: $subject, relation: $relation, object: $object, title: $title, asOf: $asOf) {
    verdict understood { zh en } subject { id kind name } object { id kind name } relation asOf
    evidence(first: 5) { ${EVIDENCE} } evidenceCount independentSources firstSaid lastSaid narrated speakers { id name }
    facts { ${FACT} } nearest { ${PATH} }
    candidates { argument name entity { ${ENTITY} } } reasons { code zh en } damage { onlyRestored restored sound } truncated
  }
}`

export const FIRMS_LINKED_TO = `query FirmsLinkedTo($initiative: String!, $minStrength: LinkStrength, $asOf: Date, $first: Int, $after: String) {
  firmsLinkedTo(initiative: $initiative, minStrength: $minStrength, asOf: $asOf, first: $first, after: $after) {
    initiative { id kind name } totalCount edges { strength node { id kind name } paths { ${PATH} } } pageInfo { hasNextPage endCursor } truncated notes { code zh en }
  }
}`

export const CONNECTION = `query Connection($from: String!, $to: String!, $maxHops: Int, $minStrength: LinkStrength, $asOf: Date, $first: Int) {
  connection(from: $from, to: $to, maxHops: $maxHops, minStrength: $minStrength, asOf: $asOf, first: $first) {
    from { id kind name } to { id kind name } paths { ${PATH} } nearest { ${PATH} } truncated notes { code zh en }
  }
}`

export const EVIDENCE_OF_FACT = `query EvidenceOfFact($id: ID!, $first: Int) {
  fact(id: $id) { ${FACT} open closedWhy evidence(first: $first) { ${EVIDENCE} rule cue textHash } }
}`

export const ASK = `query Ask($question: String!) {
  ask(question: $question) { outcome understood { zh en } question intent names { given entity { id kind name } } graphql variables answer candidates { given entity { ${ENTITY} } } ignored nearest { zh en } }
}`

export const ARTICLE = `query Article($id: ID!) {
  article(id: $id) { id title date source url byline synthetic textHash retracted rawText }
}`

export const ARTICLES = `query Articles($first: Int) {
  articles(first: $first) { nodes { id title date source } }
}`
