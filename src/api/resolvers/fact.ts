import { RELATIONS } from '../../../schema/ontology/index.js'
import { checkFirst } from '../../answers/paging.js'
import type { FactAsOf } from '../../answers/as-of.js'
import type { Hop } from '../../answers/paths.js'
import type { Evidence, FactRecord } from '../../core/records.js'
import { linksUnder } from '../../export/export-graph.js'
import { actOfRule } from '../../curation/folds/fold-additions.js'
import { foldProposals } from '../../review/proposals.js'
import type { ApiContext } from '../context.js'
import { DEFAULT_PIECES } from '../look-ahead.js'
import { demand } from './demand.js'
import { dateOrNull } from './scalars.js'

const speaker = async ({ speakerId }: { readonly speakerId: string }, _: unknown, { loaders }: ApiContext) =>
  speakerId === '' ? null : (await loaders.entity.load(speakerId)) ?? null

export const Fact = {
  subject: ({ subjectId }: FactRecord, _: unknown, { loaders }: ApiContext) => demand(loaders.entity.load(subjectId)),
  object: ({ objectId }: FactRecord, _: unknown, { loaders }: ApiContext) => demand(loaders.entity.load(objectId)),
  speaker,
  firstSeen: ({ firstSeen }: FactRecord) => dateOrNull(firstSeen),
  lastSeen: ({ lastSeen }: FactRecord) => dateOrNull(lastSeen),
  permalink: ({ id }: FactRecord, _: unknown, { base }: ApiContext) => linksUnder(base).fact(id),
  derived: ({ type }: FactRecord) => RELATIONS[type].derived,
  evidence: ({ id, asOf }: FactAsOf, args: { readonly first?: number | null }, { loaders }: ApiContext) =>
    loaders.evidence.load({ factId: id, first: checkFirst(args.first, DEFAULT_PIECES), asOf: asOf ?? '' }),
}

export const EvidenceFields = {
  clean: ({ span }: Evidence) => span,
  speaker,
  eventDate: ({ eventDate }: Evidence) => dateOrNull(eventDate),
  article: ({ articleId }: Evidence) => ({ id: articleId }),
  addedBy: async ({ rule, articleId }: Evidence, _: unknown, { review }: ApiContext) => {
    const act = actOfRule(rule)
    return act === undefined ? null : foldProposals(await review.acts.load(articleId)).find(({ decidedBy }) => decidedBy?.id === act) ?? null
  },
}

export const HopFields = {
  from: ({ fact, forward }: Hop, _: unknown, { loaders }: ApiContext) => demand(loaders.entity.load(forward ? fact.subjectId : fact.objectId)),
  to: ({ fact, forward }: Hop, _: unknown, { loaders }: ApiContext) => demand(loaders.entity.load(forward ? fact.objectId : fact.subjectId)),
}
