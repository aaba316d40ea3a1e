import type { ArticleGraph } from '../../src/core/records.js'
import type { GoldArticle, Measured } from './measure.js'

/** What the scorer calls an error, the worst first. */
const RANKS = [
  'plan, call or denial told as happened',
  'untrue fact about a person',
  'untrue fact',
  'untrue plan, call, denial or guess',
  'other wrong modality',
  'entity that is none, or of another kind',
  'missed fact',
  'missed entity',
] as const

export interface RankedError {
  readonly rank: (typeof RANKS)[number]
  /** The scorer's own words. */
  readonly told: string
  /** Where it stands in the article. */
  readonly sentence: string
}

/** The scorer's errors, the worst kind first, each with its sentence; in the scorer's order within one kind. */
export function worstErrors({ errors, gold, graphs }: Pick<Measured, 'errors' | 'gold' | 'graphs'>): readonly RankedError[] {
  const articles = new Map(gold.map((article) => [article.id, article]))
  return errors
    .map((told) => {
      const [what = '', id = '', type = '', ...rest] = told.split(' ')
      return { told, ...judge(what, type, rest.join(' '), articles.get(id), graphs.get(id)) }
    })
    .sort((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank))
}

/** How many errors there are of each kind, the worst first. */
export function countedErrors(errors: readonly RankedError[]): string {
  return RANKS.map((rank) => `  ${String(errors.filter((error) => error.rank === rank).length).padStart(5)}  ${rank}`).join('\n')
}

const ENTITY_KINDS = /^(?:PERSON|COMPANY|ORGANIZATION|REGION|INITIATIVE)$/

function judge(what: string, type: string, detail: string, article: GoldArticle | undefined, graph: ArticleGraph | undefined): Omit<RankedError, 'told'> {
  const text = article?.text ?? ''
  if (ENTITY_KINDS.test(type)) return { rank: what === 'missed' ? 'missed entity' : 'entity that is none, or of another kind', sentence: sentenceAround(text, formIn(detail, text, article, graph)) }
  if (what === 'missed') return { rank: 'missed fact', sentence: sentenceAround(text, detail) }
  if (what === 'modality') {
    const [quote = '', got = ''] = detail.split(/ gold \w+ got /)
    return { rank: got === 'ASSERTED' ? 'plan, call or denial told as happened' : 'other wrong modality', sentence: sentenceAround(text, quote) }
  }
  const [subject, object] = detail.split(' → ').map((name) => graph?.entities.filter((entity) => entity.name === name) ?? [])
  const ids = (found: typeof subject): readonly string[] => (found ?? []).map(({ id }) => id)
  const proof = graph?.evidence.find((each) => each.type === type && ids(subject).includes(each.subjectId) && ids(object).includes(each.objectId))
  const person = [...(subject ?? []), ...(object ?? [])].some(({ kind }) => kind === 'PERSON')
  const rank = proof !== undefined && proof.modality !== 'ASSERTED' ? 'untrue plan, call, denial or guess' : person ? 'untrue fact about a person' : 'untrue fact'
  return { rank, sentence: proof === undefined ? '' : `${proof.quote.replace(/\s+/g, ' ')} (${proof.rule})` }
}

/** A form of the entity that the text holds: names may be completed from the context. */
function formIn(name: string, text: string, article: GoldArticle | undefined, graph: ArticleGraph | undefined): string {
  const forms = [name, ...(article?.entities.find((entity) => entity.name === name)?.mentions ?? []), ...(graph?.entities.find((entity) => entity.name === name)?.mentions ?? []).map((mention) => mention.text)]
  return forms.find((form) => text.includes(form)) ?? name
}

function sentenceAround(text: string, form: string): string {
  const at = text.indexOf(form)
  if (at < 0) return form
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1
  const to = /[。\n]/.exec(text.slice(at + form.length))
  return text.slice(from, to === null ? undefined : at + form.length + to.index + 1).replace(/\s+/g, ' ').trim()
}
