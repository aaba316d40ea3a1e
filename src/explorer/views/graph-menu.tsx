import { useRef, useState } from 'preact/hooks'
import { linksUnder } from '../../export/export-graph.js'
import { factsTableOf } from '../../export/formats/csv.js'
import { gexfOf } from '../../export/formats/gexf.js'
import { addressOf } from '../app/address.js'
import { ontology, words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { asAskError } from '../data/use-answer.js'
import type { Bundle } from '../graph/bundles.js'
import { coloursOf } from '../graph/colours.js'
import type { Picture } from '../graph/picture.js'
import type { Point } from '../graph/view-state.js'
import { saveView } from './kept-views.js'
import { svgOf, type Svg } from './picture-svg.js'
import { MAX_VIEW_NAME } from './saved-views.js'
import { pngOf, saveFile } from './save-file.js'
import { shownGraph } from './shown-graph.js'

const FORMATS = ['png', 'svg', 'gexf', 'csv'] as const
type Format = (typeof FORMATS)[number]

export interface GraphMenuProps {
  readonly picture: Picture
  readonly bundles: readonly Bundle[]
  readonly places: Readonly<Record<string, Point>>
}

async function collected(pieces: AsyncIterable<string>, type: string): Promise<Blob> {
  const texts: string[] = []
  for await (const piece of pieces) texts.push(piece)
  return new Blob(texts, { type })
}

function pictureOf({ picture, bundles, places }: GraphMenuProps, day: string): Svg {
  const { kind, relation, strength, modality, colour } = words.value
  const { kinds, strengths, modalities } = ontology.value
  const order = [...kinds.map((item) => item.kind), ...strengths.map((item) => item.strength), ...modalities.map((item) => item.modality)]
  const source = t('views.source', { day, nodes: picture.nodes.length, facts: picture.facts.length, address: location.href })
  return svgOf({ picture, bundles, places, kind, relation, strength, modality, colour, order, source }, coloursOf(document.body))
}

async function fileOf(format: Format, shown: GraphMenuProps, day: string): Promise<Blob> {
  const links = linksUnder(`${location.origin}/`)
  switch (format) {
    case 'csv': return collected(factsTableOf(await shownGraph(shown.picture), links), 'text/csv;charset=utf-8')
    case 'gexf': return collected(gexfOf(await shownGraph(shown.picture), links, shown.places), 'application/gexf+xml')
    case 'svg': return new Blob([pictureOf(shown, day).text], { type: 'image/svg+xml' })
    case 'png': return pngOf(pictureOf(shown, day))
  }
}

/** Takes what is on the graph away, or keeps it under a name. */
export function GraphMenu(shown: GraphMenuProps) {
  const [name, setName] = useState('')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const own = useRef<HTMLDetailsElement>(null)
  const download = (format: Format): void => {
    // Not switched off, which would take the keyboard away from the button.
    if (busy) return
    const day = new Date().toISOString().slice(0, 10)
    const file = `policygraph-${day}.${format}`
    setBusy(true)
    setSaid(t('app.loading'))
    fileOf(format, shown, day).then((content) => {
      saveFile(file, content)
      setSaid(t('views.made', { file }))
    }, (error: unknown) => {
      const { code, message } = asAskError(error)
      setSaid(t('views.undrawn', { message: code === 'BROKEN' ? t('views.picture') : message }))
    }).finally(() => { setBusy(false) })
  }
  const save = (event: Event): void => {
    event.preventDefault()
    setSaid(t(saveView(name) ? 'views.saved' : 'views.unsaved', { name: name.trim() }))
    setName('')
  }
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || own.current === null) return
    own.current.open = false
    own.current.querySelector('summary')?.focus()
  }
  return (
    <details class="menu" ref={own} onKeyDown={escape}>
      <summary>{t('views.menu')}</summary>
      <div class="panel">
        <p class="actions">{FORMATS.map((format) => <button type="button" key={format} class="plain" aria-disabled={busy} onClick={() => { download(format) }}>{t(`views.${format}`)}</button>)}</p>
        <p class="quiet">{t('views.note.files')}</p>
        <form class="field" onSubmit={save}>
          <input aria-label={t('views.name')} placeholder={t('views.name')} maxLength={MAX_VIEW_NAME} value={name} onInput={(event) => { setName(event.currentTarget.value) }} />
          <button type="submit" disabled={name.trim() === ''}>{t('views.save')}</button>
        </form>
        <p role="status">{said}</p>
        <p><a href={addressOf({ screen: 'views' })}>{t('views.title')}</a></p>
      </div>
    </details>
  )
}
