import { useMemo } from 'preact/hooks'
import { ontology, words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { bundlesOf } from '../graph/bundles.js'
import type { Scene } from '../graph/canvas.js'
import { GraphCanvas } from '../graph/graph-canvas.js'
import { useLayout } from '../graph/use-layout.js'
import { articlePicture } from './article-picture.js'
import type { ArticleFact } from './article-types.js'

/** The facts of one article as a graph beside its text: the chosen name and the chosen fact stand out, and a click chooses. */
export function ArticleGraph({ facts, entity, fact, onEntity, onFact }: {
  readonly facts: readonly ArticleFact[]
  /** Ids of what is chosen, or ''. */
  readonly entity: string
  readonly fact: string
  readonly onEntity: (id: string) => void
  readonly onFact: (id: string) => void
}) {
  const { strengths, relations } = ontology.value
  const picture = useMemo(() => articlePicture(facts), [facts])
  const bundles = useMemo(() => {
    const ranks = strengths.map(({ strength }) => strength)
    const symmetric = new Set(relations.filter((relation) => relation.symmetric).map(({ type }) => type))
    return bundlesOf(facts, (strength) => ranks.indexOf(strength), (type) => symmetric.has(type))
  }, [facts, strengths, relations])
  const { places } = useLayout(picture, bundles, 'force')
  const line = bundles.find((bundle) => bundle.facts.some(({ id }) => id === fact))
  const scene: Scene = useMemo(() => ({
    nodes: picture.nodes, bundles, places, focus: entity,
    chosen: new Set(line !== undefined ? [line.id, line.from, line.to] : bundles.filter(({ from, to }) => from === entity || to === entity).flatMap(({ id, from, to }) => [id, from, to])),
    colourOf: words.value.colour,
    labelOf: ({ facts: [first, ...rest] }) => `${first === undefined ? '' : words.value.relation(first.type)}${rest.length === 0 ? '' : ` +${rest.length}`}`,
  }), [picture, bundles, places, entity, line, words.value])
  if (facts.length === 0) return null
  return (
    <section aria-label={t('article.graph')}>
      <GraphCanvas scene={scene} onReady={() => undefined} listeners={{
        onNode: onEntity, onOpen: () => undefined, onMoved: () => undefined,
        onLine: (id) => { const own = bundles.find((bundle) => bundle.id === id)?.facts[0]; if (own !== undefined) onFact(own.id) },
        onNothing: () => { onEntity('') },
      }} />
    </section>
  )
}
