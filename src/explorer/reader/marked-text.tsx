import { useRef } from 'preact/hooks'
import { words } from '../app/ontology.js'
import type { EntityRef } from '../data/answer-types.js'
import type { Span } from './article-types.js'
import { segments, type Mark } from './segments.js'
import { useSelection } from './selection.js'

/** The text with its names as buttons and the chosen fact's sentence marked. Nothing of the text is ever markup. */
export function MarkedText({ text, names, said, sentences, entities, chosen, onChoose, onSelect }: {
  readonly text: string
  /** Spans of names, by entity id. */
  readonly names: readonly Mark[]
  /** Spans of the sentences that prove some fact. */
  readonly said: readonly Mark[]
  /** Spans of the sentences that prove the chosen fact. */
  readonly sentences: readonly Mark[]
  readonly entities: ReadonlyMap<string, EntityRef>
  readonly chosen: string
  readonly onChoose: (entity: EntityRef) => void
  /** Words were selected. */
  readonly onSelect: (span: Span) => void
}) {
  const host = useRef<HTMLDivElement>(null)
  useSelection(host, onSelect)
  const saying = new Set(said.map(({ id }) => id))
  const proofs = new Set(sentences.map(({ id }) => id))
  return (
    <div class="text" lang="zh" ref={host}>
      {segments(text, [...names, ...said, ...sentences]).map(({ text: piece, start, marks }) => {
        const proof = marks.some(({ id }) => proofs.has(id))
        // The shortest name that covers the piece: the one a reader points at.
        const name = marks.filter(({ id }) => entities.has(id)).at(-1)
        const entity = name === undefined ? undefined : entities.get(name.id)
        const inner = entity === undefined ? piece : (
          // Not a button element, which would be set as one block: a long name breaks across lines, and words in it can be selected.
          <span role="button" tabIndex={0} class={`name ${entity.kind}`} title={words.value.kind(entity.kind)} aria-pressed={entity.id === chosen} style={`--kind:${words.value.colour(entity.kind)}`}
            onClick={() => { if (getSelection()?.isCollapsed !== false) onChoose(entity) }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onChoose(entity)
            }}>{piece}</span>
        )
        return proof ? <mark key={start}>{inner}</mark> : <span key={start} class={marks.some(({ id }) => saying.has(id)) ? 'said' : undefined}>{inner}</span>
      })}
    </div>
  )
}
