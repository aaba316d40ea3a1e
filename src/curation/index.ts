/** Curation: what people decide, and who is who. Folds are pure; the rest speaks to the store's port only. */
export { actsOn, toAct } from './acts.js'
export { externalIds, type ExternalIds } from './folds/external-ids.js'
export { retractedArticles } from './folds/fold-articles.js'
export { foldFactVerdict, foldVerdict, isDisputed, standingVerdicts, type VerdictFold } from './folds/fold-verdict.js'
export { contradiction, standingJudgeActs } from './folds/standing-judgements.js'
export { reconcile, type IdentityReport } from './reconcile.js'
