/** What the evidence panel and the screens of review ask. */

const REF = '{ id kind name }'
const ARTICLE = '{ id title date source }'

const EVIDENCE = `fragment proof on Evidence {
  quote cleanQuote cue rule strength modality eventDate repairs
  raw { start end } clean { start end }
  speaker ${REF}
  article { id title date source retracted mentions { clean { start end } entity { id } } repairs { pass raw { start end } before after certainty } }
}`

export const PANEL_FACT = `query PanelFact($id: ID!) {
  fact(id: $id) {
    id type modality strength title derived open closedWhy firstSeen lastSeen articleCount evidenceCount
    subject ${REF} object ${REF} speaker ${REF}
    evidence(first: 5) { ...proof }
  }
}
${EVIDENCE}`

/** The claim that a fact makes, for what was copied from what. */
export const COPIES = `query Copies($subject: String!, $relation: RelationType!, $object: String!, $title: String) {
  checkClaim(subject: $subject, relation: $relation, object: $object, title: $title) {
    independentSources
    sources { original ${ARTICLE} reprints ${ARTICLE} }
  }
}`

const REVIEWED = `fragment reviewed on Fact {
  version disputed open
  verdict { state by at reason secondReader }
  history { id at actor role kind decision reason }
}`

export const REVIEW_STATE = `query ReviewState($id: ID!) { fact(id: $id) { ...reviewed } }
${REVIEWED}`

export const REVIEW = `mutation Review($fact: ID!, $verdict: VerdictDecision!, $reason: String!, $version: Int) {
  done: review(fact: $fact, verdict: $verdict, reason: $reason, expectedVersion: $version) { ...reviewed }
}
${REVIEWED}`

export const DISPUTE = `mutation Dispute($fact: ID!, $reason: String!, $version: Int) {
  done: dispute(fact: $fact, reason: $reason, expectedVersion: $version) { ...reviewed }
}
${REVIEWED}`

export const SETTLE = `mutation Settle($fact: ID!, $reason: String!, $version: Int) {
  done: settleDispute(fact: $fact, reason: $reason, expectedVersion: $version) { ...reviewed }
}
${REVIEWED}`

export const QUEUE = `query Queue($states: [QueueState!], $after: String) {
  reviewQueue(states: $states, first: 20, after: $after) {
    totalCount truncated pageInfo { hasNextPage endCursor }
    edges { score weakness reach reasons { code zh en } node { id type title modality strength subject ${REF} object ${REF} } }
  }
}`

/** Name of one end of a proposed fact that was chosen by id. */
export const END_NAME = 'query EndName($id: ID!) { entity(id: $id) { id name } }'

const PROPOSAL = `fragment proposal on Proposal {
  id state by at reason quote raw { start end }
  entity { kind name } fact { type subject object title modality }
  article ${ARTICLE}
  decidedBy { actor at reason }
}`

export const PROPOSALS = `query Proposals($states: [ProposalState!], $after: String) {
  proposals(states: $states, first: 20, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...proposal } }
}
${PROPOSAL}`

export const ARTICLE_PROPOSALS = `query ArticleProposals($id: ID!) { article(id: $id) { proposals { ...proposal } } }
${PROPOSAL}`

export const PROPOSE = `mutation Propose($article: ID!, $raw: SpanInput!, $entity: ProposedEntityInput, $fact: ProposedFactInput, $reason: String!) {
  propose(article: $article, raw: $raw, entity: $entity, fact: $fact, reason: $reason) { ...proposal }
}
${PROPOSAL}`

export const DECIDE_PROPOSAL = `mutation DecideProposal($id: ID!, $decision: ProposalDecision!, $reason: String!) {
  decideProposal(id: $id, decision: $decision, reason: $reason) { ...proposal }
}
${PROPOSAL}`
