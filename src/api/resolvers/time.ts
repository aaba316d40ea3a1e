import { foldOf } from '../../answers/as-of.js'
import { headsOf, type HeadsArgs, type Post } from '../../answers/time/posts.js'
import { timeline, type TimelineArgs, type TimelineEvent } from '../../answers/time/timeline.js'
import { trends, type TrendsArgs } from '../../answers/time/trends.js'
import type { ApiContext } from '../context.js'
import { relay, same } from '../connections.js'
import { demand } from './demand.js'
import { dateOrNull } from './scalars.js'

/** Questions of time: arguments in, an answer of src/answers out. */
export const TimeQuery = {
  timeline: async (_: unknown, args: TimelineArgs, { store }: ApiContext) => {
    const { entity, page, notes } = await timeline(store, args)
    return { ...relay(page, same), entity, notes, truncated: notes.length > 0 }
  },
  headsOf: async (_: unknown, args: HeadsArgs, { store }: ApiContext) => {
    const answer = await headsOf(store, args)
    return { ...answer, truncated: answer.notes.length > 0 }
  },
  trends: (_: unknown, args: TrendsArgs, { store }: ApiContext) => trends(store, args),
}

export const TimelineEventFields = {
  day: ({ day }: TimelineEvent) => dateOrNull(day),
  fact: ({ factId }: TimelineEvent, _: unknown, { loaders }: ApiContext) => (factId === '' ? null : demand(loaders.fact.load(factId))),
  articles: ({ articleIds }: TimelineEvent) => articleIds.map((id) => ({ id })),
}

export const PostFields = {
  person: ({ personId }: Post, _: unknown, { loaders }: ApiContext) => demand(loaders.entity.load(personId)),
  body: ({ bodyId }: Post, _: unknown, { loaders }: ApiContext) => demand(loaders.entity.load(bodyId)),
  since: ({ since }: Post) => dateOrNull(since),
  until: ({ until }: Post) => dateOrNull(until),
  firstSeen: ({ firstSeen }: Post) => dateOrNull(firstSeen),
  lastSeen: ({ lastSeen }: Post) => dateOrNull(lastSeen),
  facts: ({ facts }: Post, _: unknown, { loaders }: ApiContext) =>
    Promise.all(facts.map(async ({ id, fold }) => ({ ...await demand(loaders.fact.load(id)), ...foldOf(fold), asOf: fold.asOf }))),
}
