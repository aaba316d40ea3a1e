/** Span scores on labelled sentences that others annotated, under their three kinds. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { articleFrom } from '../../ingest/1-read/article-fields.js'
import { cleanArticle } from '../../ingest/2-clean/clean-article.js'
import { extractArticle } from '../../ingest/3-extract/extract.js'
import type { EntityKind } from '../../schema/ontology/index.js'

const SETS: readonly { readonly name: string; readonly file: string }[] = [
  { name: 'people-daily-dev', file: 'ner/peoples_daily_dev.bio.gz' },
  { name: 'msra-train', file: 'ner/msra_train.bio.gz' },
]
/** Every n-th sentence, so that a run stays short and the choice is fixed. */
const SENTENCES = 600
const COARSE: Readonly<Record<EntityKind, string | undefined>> = { PERSON: 'PER', COMPANY: 'ORG', ORGANIZATION: 'ORG', REGION: 'LOC', INITIATIVE: undefined }

interface Labelled {
  readonly text: string
  readonly spans: ReadonlySet<string>
}

/** F1 (0–1) by set and kind, e.g. `msra-train PER`; sets that are not at hand are left out. */
export function measureNerSets(corpora: string): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const { name, file } of SETS) {
    const path = join(corpora, file)
    if (!existsSync(path)) continue
    const all = parseBio(gunzipSync(readFileSync(path)).toString('utf8'))
    const step = Math.max(1, Math.floor(all.length / SENTENCES))
    const tally = new Map<string, { right: number; found: number; wanted: number }>()
    const of = (kind: string): { right: number; found: number; wanted: number } => {
      const known = tally.get(kind) ?? { right: 0, found: 0, wanted: 0 }
      tally.set(kind, known)
      return known
    }
    all.filter((_, index) => index % step === 0).forEach(({ text, spans }, index) => {
      const found = new Set(predict(text, index))
      for (const key of spans) of(key.slice(0, 3)).wanted++
      for (const key of found) of(key.slice(0, 3)).found++
      for (const key of found) if (spans.has(key)) of(key.slice(0, 3)).right++
    })
    for (const [kind, { right, found, wanted }] of [...tally].sort()) figures[`${name} ${kind}`] = round((2 * right) / Math.max(1, found + wanted))
  }
  return figures
}

const round = (value: number): number => Math.round(value * 1000) / 1000

function predict(text: string, index: number): string[] {
  const article = cleanArticle(articleFrom({}, text, { file: 'ner', index }))
  if (article.text !== text) return []
  return extractArticle(article).mentions.flatMap(({ kind, span }) => {
    const coarse = COARSE[kind]
    return coarse === undefined ? [] : [`${coarse} ${span.start}-${span.end}`]
  })
}

function parseBio(data: string): Labelled[] {
  return data.split(/\n\s*\n/).flatMap((block): Labelled[] => {
    let text = ''
    const spans = new Set<string>()
    let open: { kind: string; start: number } | undefined
    const close = (): void => {
      if (open) spans.add(`${open.kind} ${open.start}-${text.length}`)
      open = undefined
    }
    for (const line of block.split('\n')) {
      const [char = '', tag = 'O'] = line.trim().split(/[\t ]+/)
      if (char === '') continue
      if (!tag.startsWith('I-')) close()
      if (tag.startsWith('B-')) open = { kind: tag.slice(2, 5), start: text.length }
      text += char
    }
    close()
    return text === '' ? [] : [{ text, spans }]
  })
}
