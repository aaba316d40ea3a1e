/** The questions that the page asks. */

const FACT = `fragment fact on Fact {
  id type modality strength title derived evidenceCount
  subject { id kind name } object { id kind name } speaker { id kind name }
  evidence(first: 3) { quote cleanQuote repairs article { id title date source } }
}`

export const START = `query Start {
  ontology {
    kinds { kind label { zh en } colour subkinds { name label { zh en } } }
    relations { type forward { zh en } backward { zh en } symmetric derived subjectKinds objectKinds }
    strengths { strength label { zh en } }
    modalities { modality label { zh en } }
  }
  stats { articles entities facts firstDate lastDate }
}`

export const EXAMPLES = 'query Examples { stats { examples { zh en field names } } }'

export const RESOLVE = 'query Resolve($name: String!) { resolve(name: $name) { id } }'

/** With name and kind, among some kinds only. */
export const RESOLVE_NAMED = 'query ResolveNamed($name: String!, $kinds: [EntityKind!]) { resolve(name: $name, kinds: $kinds) { id kind name } }'

export const ENTITY = `query Entity($id: ID!, $after: String) {
  entity(id: $id) {
    id kind subkind name aliases articleCount
    facts(first: 20, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...fact } }
    coMentioned(first: 8) { articleCount strength entity { id kind name } }
  }
}
${FACT}`

export const FIRMS = `query Firms($id: String!, $minStrength: LinkStrength, $asOf: Date, $after: String) {
  firmsLinkedTo(initiative: $id, minStrength: $minStrength, asOf: $asOf, first: 10, after: $after) {
    totalCount
    notes { code zh en }
    pageInfo { hasNextPage endCursor }
    edges { node { id kind name } paths { strength reasons { code zh en } hops { forward fact { ...fact } } } }
  }
}
${FACT}`

export const CONNECTION = `query Connection($from: String!, $to: String!, $minStrength: LinkStrength, $asOf: Date) {
  connection(from: $from, to: $to, minStrength: $minStrength, asOf: $asOf, first: 5) {
    from { id kind name }
    to { id kind name }
    truncated
    notes { code zh en }
    paths { strength reasons { code zh en } hops { forward fact { ...fact } } }
    nearest { strength reasons { code zh en } hops { forward fact { ...fact } } }
  }
}
${FACT}`

const LINE = `fragment line on Fact {
  id type strength modality title firstSeen lastSeen evidenceCount verdict { state } disputed
  subject { id kind name } object { id kind name }
}`

export const GRAPH_ENTITIES = `query GraphEntities($ids: [ID!]!) {
  entitiesById(ids: $ids) { id kind subkind name articleCount relationCounts { type forward count } }
}`

export const GRAPH_EXPANSION = `query GraphExpansion($id: ID!, $types: [RelationType!], $after: String) {
  entity(id: $id) { facts(types: $types, first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...line } } }
}
${LINE}`

export const GRAPH_LINKS = `query GraphLinks($ids: [ID!]!, $first: Int!) {
  entitiesById(ids: $ids) { id facts(side: SUBJECT, first: $first) { totalCount nodes { ...line } } }
}
${LINE}`

export const ARTICLE = `query Article($id: ID!) {
  article(id: $id) {
    id title date source url byline synthetic retraction { actor at reason } rawText cleanText
    mentions { raw { start end } clean { start end } entity { id kind name } }
    repairs { pass raw { start end } before after certainty }
    facts { ...line evidence(first: 20) { quote cleanQuote raw { start end } clean { start end } rule repairs article { id } } }
  }
}
${LINE}`

const PATH = `fragment path on LinkPath { strength reasons { code zh en } hops { forward fact { ...fact } } }`

const CHECK = `fragment check on ClaimCheck {
  verdict understood { zh en } subject { id kind name } object { id kind name } relation independentSources evidenceCount narrated firstSaid lastSaid truncated
  evidence(first: 5) { quote cleanQuote repairs article { id title date source } }
  sources { original { id title date source } reprints { id title date source } }
  candidates { argument name entity { id kind name } }
  speakers { id kind name }
  damage { restored sound onlyRestored }
  paths { ...path }
  nearest { ...path }
  reasons { code zh en }
}
${PATH}
${FACT}`

export const CHECK_CLAIM = `query CheckClaim($subject: String!, $relation: RelationType, $object: String!, $asOf: Date) {
  checkClaim(subject: $subject, relation: $relation, object: $object, asOf: $asOf) { ...check }
}
${CHECK}`

export const CHECK_SENTENCE = `query CheckSentence($text: String!, $asOf: Date) {
  checkSentence(text: $text, asOf: $asOf) { ...check }
}
${CHECK}`

export const GROUP = `query Group($names: [String!]!, $asOf: Date) {
  groupRelations(names: $names, asOf: $asOf) {
    members { id kind name }
    unresolved { name code candidates { id kind name } }
    matrix linkCount pairCount truncated notes { code zh en }
    links(first: 50) { a { id kind name } b { id kind name } strength path { ...path } }
  }
}
${PATH}
${FACT}`
