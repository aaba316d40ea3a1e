import { Article, MentionFields } from './article.js'
import { AskQuery } from './ask.js'
import { ClaimCheckFields, ClaimQuery, ClaimSourceFields, GroupRelationsFields, UnresolvedNameFields } from './claims.js'
import { CoMentionFields, Entity } from './entity.js'
import { EvidenceFields, Fact, HopFields } from './fact.js'
import { AliasNoteFields, EntityIdentityFields, IdentityMutation, IdentityPairFields, IdentityQuery, MergedReferenceFields, PossiblySameFields, SameReasonFields } from './identity.js'
import { Ontology } from './ontology.js'
import { Query } from './query.js'
import { ReviewMutation, ReviewQuery } from './review.js'
import { ArticleReviewFields, FactReviewFields, ProposalFields } from './review-fields.js'
import { DateScalar, DateTimeScalar, JsonScalar } from './scalars.js'
import { PostFields, TimelineEventFields, TimeQuery } from './time.js'
import { WatchMutation, WatchSubscription } from './watch.js'

/** Resolvers by type. Types that are not listed read their fields from the record as it is. */
export const resolvers = {
  Query: { ...Query, ...ReviewQuery, ...ClaimQuery, ...TimeQuery, ...IdentityQuery, ...AskQuery },
  Mutation: { ...ReviewMutation, ...IdentityMutation, ...WatchMutation },
  Subscription: WatchSubscription,
  Date: DateScalar,
  DateTime: DateTimeScalar,
  JSON: JsonScalar,
  Entity: { ...Entity, ...EntityIdentityFields },
  PossiblySame: PossiblySameFields,
  SameReason: SameReasonFields,
  MergedReference: MergedReferenceFields,
  AliasNote: AliasNoteFields,
  IdentityPair: IdentityPairFields,
  CoMention: CoMentionFields,
  Fact: { ...Fact, ...FactReviewFields },
  Evidence: EvidenceFields,
  Hop: HopFields,
  Article: { ...Article, ...ArticleReviewFields },
  Proposal: ProposalFields,
  Mention: MentionFields,
  Ontology,
  ClaimCheck: ClaimCheckFields,
  ClaimSource: ClaimSourceFields,
  GroupRelations: GroupRelationsFields,
  UnresolvedName: UnresolvedNameFields,
  TimelineEvent: TimelineEventFields,
  Post: PostFields,
}
