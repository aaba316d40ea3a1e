/** What the files say of what stands on the graph, beyond what is drawn. */

export const SHOWN_ENTITIES = `query ShownEntities($ids: [ID!]!) {
  entitiesById(ids: $ids) { id kind subkind name aliases articleCount }
}`

/** Enough pieces of evidence to choose the one that is quoted as the server's files do. */
export const SHOWN_FACTS = `query ShownFacts($ids: [ID!]!) {
  factsById(ids: $ids) {
    id type title modality strength firstSeen lastSeen articleCount evidenceCount open closedWhy disputed verdict { state }
    subject { id } object { id } speaker { id kind subkind name aliases articleCount }
    evidence(first: 20) { quote modality strength repairs article { id title date source url } }
  }
}`
