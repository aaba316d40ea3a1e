import { MODALITIES, RELATIONS } from '../../schema/ontology/index.js'
import type { EntityRecord, Evidence } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { entitiesByIds, evidenceOfFacts } from './lookups.js'
import type { Hop, LinkPath } from './paths.js'

/** A path as one line of text, with the quote that proves each hop. */

export interface PathText {
  /** 芯河科技 ←走访— 陆沉远 —推动（要求或鼓励）→ 云泽湾 */
  readonly line: string
  /** Hop by hop; a co-mention gives one or two. */
  readonly quotes: readonly string[]
  /** Articles quoted, each once. */
  readonly articleIds: readonly string[]
}

const nameOf = (entities: ReadonlyMap<string, EntityRecord>, id: string): string => entities.get(id)?.name ?? id

const startOf = ({ fact, forward }: Hop): string => (forward ? fact.subjectId : fact.objectId)
const endOf = ({ fact, forward }: Hop): string => (forward ? fact.objectId : fact.subjectId)

function arrow({ fact, forward }: Hop): string {
  const { forward: label, symmetric } = RELATIONS[fact.type]
  const modality = fact.modality === 'ASSERTED' ? '' : `（${MODALITIES[fact.modality].label.zh}）`
  const words = `${label.zh}${modality}`
  if (symmetric) return `—${words}—`
  return forward ? `—${words}→` : `←${words}—`
}

const lineOf = (path: LinkPath, entities: ReadonlyMap<string, EntityRecord>): string =>
  path.hops.map((hop, index) => `${index === 0 ? nameOf(entities, startOf(hop)) : ''} ${arrow(hop)} ${nameOf(entities, endOf(hop))}`).join('')

/** The evidence to show for a hop: from an article that proves the other hops too, where there is one. */
function evidenceFor(hop: Hop, path: LinkPath, evidence: ReadonlyMap<string, readonly Evidence[]>): readonly Evidence[] {
  const all = evidence.get(hop.fact.id) ?? []
  const shared = all.find(({ articleId }) => path.hops.every(({ fact }) => fact.articleIds.includes(articleId))) ?? all[0]
  if (shared === undefined) return []
  return hop.fact.type === 'CO_MENTIONED' ? all.filter(({ articleId }) => articleId === shared.articleId) : [shared]
}

/** Texts of the paths, in their order. Store calls do not grow with the number of paths. */
export async function textsOfPaths(store: GraphStore, paths: readonly LinkPath[]): Promise<readonly PathText[]> {
  const hops = paths.flatMap((path) => path.hops)
  if (hops.length === 0) return []
  const [entities, evidence] = await Promise.all([
    entitiesByIds(store, [...new Set(hops.flatMap((hop) => [startOf(hop), endOf(hop)]))]),
    evidenceOfFacts(store, [...new Set(hops.map(({ fact }) => fact.id))], 1),
  ])
  return paths.map((path) => {
    const shown = path.hops.flatMap((hop) => evidenceFor(hop, path, evidence))
    return { line: lineOf(path, entities), quotes: shown.map(({ quote }) => quote), articleIds: [...new Set(shown.map(({ articleId }) => articleId))] }
  })
}
