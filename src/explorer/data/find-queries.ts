/** What the search box and the sections of an entity ask. */

const ARTICLE = 'article { id title date source }'

export const SUGGEST = `query Suggest($text: String!) {
  search(text: $text, first: 8) {
    edges { match node { id kind name articleCount facts(types: [LOCATED_IN, PART_OF, HOLDS_POSITION], modalities: [ASSERTED], side: SUBJECT, first: 1) { nodes { title object { id kind name } } } } }
  }
  articles(title: $text, first: 3) { nodes { id title date source } }
}`

export const TIMELINE = `query Timeline($id: String!, $after: String) {
  timeline(entity: $id, latestFirst: true, first: 20, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } notes { code zh en }
    nodes { day kind dated modality evidenceCount fact { id type title subject { id kind name } object { id kind name } evidence(first: 1) { quote cleanQuote repairs ${ARTICLE} } } articles { id title date source } }
  }
}`

const POST = `fragment post on Post {
  person { id kind name } body { id kind name } title isHead state since until firstSeen lastSeen articleCount
  facts { id evidence(first: 1) { quote cleanQuote repairs ${ARTICLE} } }
}`

export const POSTS = `query Posts($id: ID!, $asOf: Date) { entity(id: $id) { posts(asOf: $asOf) { ...post } } }
${POST}`

export const HEADS = `query Heads($id: String!, $asOf: Date) { headsOf(organization: $id, asOf: $asOf) { heads { ...post } notes { code zh en } } }
${POST}`

export const NAMES = `query Names($id: ID!) {
  entity(id: $id) { aliasNotes { alias role quote ${ARTICLE} } externalIds { scheme value } }
}`

export const SAME = `query Same($id: ID!) {
  entity(id: $id) {
    possiblySame { score cause entity { id kind name articleCount } reasons { code zh en weight left right } }
    mergedFrom { referenceId referenceName reasons { code zh en weight left right } }
  }
}`

export const TRENDS = `query Trends($id: String!) {
  trends(entity: $id) { truncated points { period articles facts evidence } undated { articles facts evidence } }
}`

export const NEIGHBOURS = `query Neighbours($id: String!) {
  neighbours(entity: $id, first: 20) { tested least maxP notes { code zh en } neighbours { entity { id kind name } both first second all expected p q } }
}`
