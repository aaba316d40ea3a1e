import { Article, MentionFields } from './article.js'
import { CoMentionFields, Entity } from './entity.js'
import { EvidenceFields, Fact, HopFields } from './fact.js'
import { Ontology } from './ontology.js'
import { Query } from './query.js'
import { DateScalar } from './scalars.js'

/** Resolvers by type. Types that are not listed read their fields from the record as it is. */
export const resolvers = {
  Query,
  Date: DateScalar,
  Entity,
  CoMention: CoMentionFields,
  Fact,
  Evidence: EvidenceFields,
  Hop: HopFields,
  Article,
  Mention: MentionFields,
  Ontology,
}
