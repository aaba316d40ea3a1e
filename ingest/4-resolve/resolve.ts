import { entityId } from '../../src/core/ids.js'
import type { ArticleEntity, Mention } from '../../src/core/records.js'
import { sliceSpan } from '../../src/core/span.js'
import type { ExtractedArticle } from '../3-extract/document.js'
import { clusterMentions } from './cluster.js'
import { regionOfLevel, regionScores } from './home-region.js'
import { identityKey, personAnchors } from './identity-key.js'
import { joinFormerNames, roleAt } from './name-roles.js'
import type { LocalEntity, ResolvedArticle } from './resolved-article.js'
import { withPersonSubkinds } from './person-subkind.js'
import { settlePosts } from './settle-posts.js'

/** Settles within one article which mentions mean the same, whose posts are whose, and gives every entity its id. */
export function resolveArticle(extracted: ExtractedArticle): ResolvedArticle {
  const { view, mentions } = extracted
  const clustered = joinFormerNames(view.text, mentions, clusterMentions(view.text, mentions))
  const entityOf: number[] = mentions.map(() => -1)
  clustered.forEach((local, index) => {
    for (const mention of local.mentions) entityOf[mention] = index
  })
  const scores = regionScores(view.text, mentions)
  const posts = settlePosts({ extracted, locals: clustered, entityOf, scores })
  const locals = withPersonSubkinds(clustered, posts)
  const home = homeOf(locals, scores)
  const context = { anchors: personAnchors(locals, posts), home: home === undefined ? undefined : locals[home], articleId: view.article.raw.id }
  const entities = locals.map((local, index): ArticleEntity => {
    const key = identityKey(local, index, context)
    return { id: entityId(local.kind, key), kind: local.kind, subkind: local.subkind, name: local.name, aliases: local.aliases, key, mentions: local.mentions.map((mention) => toMention(extracted, mention)) }
  })
  return { extracted, locals, entities, entityOf, posts, home }
}

/** The county or city of which the article speaks most; the smallest level that is plain. */
function homeOf(locals: readonly LocalEntity[], scores: ReadonlyMap<string, number>): number | undefined {
  for (const level of ['city', 'county', 'province'] as const) {
    const region = regionOfLevel(scores, level)
    const index = region ? locals.findIndex((local) => local.kind === 'REGION' && local.code === region.code) : -1
    if (index >= 0) return index
  }
  return undefined
}

function toMention({ view, mentions }: ExtractedArticle, index: number): Mention {
  const mention = mentions[index]
  if (!mention) throw new RangeError(`no mention ${index}`)
  const raw = view.article.offsets.toRaw(mention.span)
  const role = roleAt(view.text, mention.span, mention.kind)
  return { text: sliceSpan(view.article.raw.text, raw), clean: mention.text, raw, span: mention.span, sentence: mention.sentence, ...(role === undefined ? {} : { role }) }
}
