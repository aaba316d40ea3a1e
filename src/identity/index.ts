/** Identity: which ids mean one thing, with reasons, reversible. Pure functions; no store, no API. */
export { comparePair, RULES, type PairComparison, type PairDecision, type Reason, type Verdict } from './compare-pair.js'
export { checkJudgement, JUDGEMENT_VERDICTS, standingJudgements, type Judgement, type JudgementVerdict } from './judgement.js'
export { affectedBy, BlockIndex, updateCandidates, type Affected } from './block-index.js'
export { BLOCK_LIMIT, type BlockingReport } from './blocks.js'
export { findCandidates, type Candidate, type Candidates } from './find-candidates.js'
export { makeProfile, type NameForm, type NameRole, type Profile, type ProfilePost } from './profile.js'
export { canonicalId, type Cluster, type Link, type Resolution, type Suggestion, type SuggestionCause, type Unfollowed } from './resolution.js'
export { clusterCandidates, resolveClusters, SUGGESTIONS_PER_ENTITY } from './resolve-clusters.js'
