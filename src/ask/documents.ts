/** The GraphQL that answers each kind of question. Variables take ids or names. */

const FACT = `id
        type
        title
        modality
        strength
        firstSeen
        lastSeen
        subject { id kind name }
        object { id kind name }
        evidence(first: 2) { quote cleanQuote eventDate article { id title date source } }`

const PATH = `strength
      hops { forward from { id name } to { id name } fact { id type title modality evidence(first: 1) { quote cleanQuote article { id title date source } } } }`

const POST = 'person { id name } body { id name } title isHead state since until firstSeen lastSeen facts { id evidence(first: 1) { quote cleanQuote article { id title date source } } }'

export const DOCUMENTS = {
  firmsLinkedTo: `query FirmsLinkedTo($initiative: String!, $asOf: Date) {
  firmsLinkedTo(initiative: $initiative, asOf: $asOf, first: 50) {
    initiative { id name }
    totalCount
    edges { strength node { id name } paths { ${PATH} } }
    truncated
  }
}`,
  related: `query Related($entity: String!, $types: [RelationType!], $side: FactSide, $otherKinds: [EntityKind!], $otherSubkinds: [String!], $modalities: [Modality!], $from: Date, $to: Date) {
  resolve(name: $entity) {
    id
    kind
    name
    facts(types: $types, side: $side, modalities: $modalities, otherKinds: $otherKinds, otherSubkinds: $otherSubkinds, from: $from, to: $to, first: 50) {
      totalCount
      nodes {
        ${FACT}
      }
      pageInfo { hasNextPage }
    }
  }
}`,
  linkedOfKind: `query LinkedOfKind($entity: String!, $otherKinds: [EntityKind!], $otherSubkinds: [String!], $from: Date, $to: Date, $asOf: Date) {
  resolve(name: $entity) {
    id
    kind
    name
    facts(otherKinds: $otherKinds, otherSubkinds: $otherSubkinds, from: $from, to: $to, first: 50) {
      totalCount
      nodes {
        ${FACT}
      }
    }
    coMentioned(kinds: $otherKinds, asOf: $asOf, first: 20) { entity { id kind name } articleCount strength }
  }
}`,
  visitorsOfHolders: `query VisitorsOfHolders($status: String!) {
  resolve(name: $status, kinds: [INITIATIVE]) {
    id
    name
    facts(types: [DESIGNATED], modalities: [ASSERTED], side: OBJECT, first: 25) {
      totalCount
      nodes {
        subject {
          id
          name
          facts(types: [VISITED], modalities: [ASSERTED], side: OBJECT, first: 20) {
            nodes { id subject { id name } evidence(first: 1) { quote cleanQuote article { id title date source } } }
          }
        }
        evidence(first: 1) { quote cleanQuote article { id title date source } }
      }
    }
  }
}`,
  connection: `query Connection($from: String!, $to: String!, $asOf: Date) {
  connection(from: $from, to: $to, asOf: $asOf, first: 5) {
    from { id name }
    to { id name }
    paths { ${PATH} reasons { code zh en } }
    nearest { ${PATH} }
    truncated
  }
}`,
  groupRelations: `query GroupRelations($names: [String!]!, $asOf: Date) {
  groupRelations(names: $names, asOf: $asOf) {
    members { id name }
    links { a { id name } b { id name } strength path { ${PATH} } }
    linkCount
    pairCount
  }
}`,
  checkClaim: `query CheckClaim($subject: String!, $relation: RelationType, $object: String!, $title: String, $asOf: Date) {
  checkClaim(subject: $subject, relation: $relation, object: $object, title: $title, asOf: $asOf) {
    verdict
    understood { zh en }
    evidence(first: 5) { quote cleanQuote eventDate modality article { id title date source } }
    evidenceCount
    independentSources
    firstSaid
    lastSaid
    nearest { ${PATH} }
    reasons { code zh en }
  }
}`,
  posts: `query Posts($entity: String!, $title: String, $asOf: Date) {
  resolve(name: $entity) { id kind name posts(title: $title, asOf: $asOf) { ${POST} } }
}`,
  headsOf: `query HeadsOf($organization: String!, $asOf: Date) {
  headsOf(organization: $organization, asOf: $asOf) { organization { id name } heads { ${POST} } }
}`,
  timeline: `query Timeline($entity: String!, $from: Date, $to: Date, $latestFirst: Boolean) {
  timeline(entity: $entity, from: $from, to: $to, latestFirst: $latestFirst, first: 50) {
    entity { id kind name }
    totalCount
    nodes { day kind dated modality fact { ${FACT} } articles { id title date source } }
  }
}`,
  trends: `query Trends($entity: String!, $from: Date, $to: Date, $by: TrendStep) {
  trends(entity: $entity, from: $from, to: $to, by: $by) { entity { id name } by points { period facts evidence articles } undated { facts evidence articles } }
}`,
  neighbours: `query Neighbours($entity: String!, $kinds: [EntityKind!], $asOf: Date) {
  neighbours(entity: $entity, kinds: $kinds, asOf: $asOf, first: 20) {
    entity { id name }
    neighbours { entity { id kind name } both first second all expected npmi p q }
    tested
    least
    maxP
  }
}`,
  articlesAbout: `query ArticlesAbout($entity: String!) {
  resolve(name: $entity) { id kind name articleCount articles(first: 50) { nodes { id title date source url } pageInfo { hasNextPage } } }
}`,
  profile: `query Profile($entity: String!) {
  resolve(name: $entity) {
    id
    kind
    subkind
    name
    aliases
    articleCount
    relationCounts { type forward count }
    posts { person { id name } body { id name } title state firstSeen lastSeen }
    facts(first: 20) {
      totalCount
      nodes {
        ${FACT}
      }
    }
  }
}`,
  list: `query List($kinds: [EntityKind!], $subkinds: [String!]) {
  entities(kinds: $kinds, subkinds: $subkinds, first: 50) { totalCount nodes { id kind subkind name articleCount } pageInfo { hasNextPage } }
}`,
  articles: `query Articles($from: Date, $to: Date) {
  articles(from: $from, to: $to, first: 50) { totalCount nodes { id title date source } pageInfo { hasNextPage } }
}`,
  stats: `query Stats {
  stats { articles entities facts evidence firstDate lastDate entitiesByKind { kind count } factsByType { type count } }
}`,
} as const

export type DocumentName = keyof typeof DOCUMENTS
