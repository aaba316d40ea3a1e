import { useState } from 'preact/hooks'
import { ontology, words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityField, NOBODY, type Named } from '../common/entity-field.js'
import { Notice } from '../common/failure.js'
import { needsToken, TokenBox } from '../common/token-box.js'
import type { EntityRef } from '../data/answer-types.js'
import { ask, type AskError } from '../data/client.js'
import { PROPOSE } from '../data/review-queries.js'
import type { ProposalView } from '../data/review-types.js'
import { asAskError } from '../data/use-answer.js'
import type { ArticleView, Span } from './article-types.js'
import { placesOf, rawSpanOf } from './raw-span.js'

const WHAT = ['entity', 'fact'] as const
/** Characters shown on either side of a place to choose. */
const AROUND = 8

interface Draft {
  readonly what: (typeof WHAT)[number]
  readonly kind: string
  /** Of the entity; what was selected when ''. */
  readonly name: string
  readonly type: string
  readonly subject: Named
  readonly object: Named
  readonly title: string
  readonly modality: string
  readonly reason: string
}

const EMPTY: Draft = { what: 'entity', kind: '', name: '', type: '', subject: NOBODY, object: NOBODY, title: '', modality: 'ASSERTED', reason: '' }

/** The id of what was chosen from the list; else the name as typed. */
const nameOrId = ({ id, name }: Named): string => (id === '' ? name.trim() : id)

/** The mutation's variables, or undefined while something is missing. */
function variablesOf(article: string, raw: Span | undefined, chosen: string, draft: Draft): Readonly<Record<string, unknown>> | undefined {
  const { what, kind, name, type, subject, object, title, modality } = draft
  const reason = draft.reason.trim()
  if (raw === undefined || reason === '') return undefined
  const shared = { article, raw: { start: raw.start, end: raw.end }, reason, entity: null, fact: null }
  if (what === 'entity') return kind === '' ? undefined : { ...shared, entity: { kind, name: name.trim() === '' ? chosen : name.trim() } }
  if (type === '' || subject.name.trim() === '' || object.name.trim() === '') return undefined
  return { ...shared, fact: { type, subject: nameOrId(subject), object: nameOrId(object), title: type === 'HOLDS_POSITION' ? title.trim() : '', modality } }
}

/** Points at an entity or a fact that was missed: the words, by selecting or typing them, then what they say. */
export function ProposeForm({ article, raw, chosen, onChosen, onProposed }: {
  readonly article: ArticleView
  /** The text is shown as scraped. */
  readonly raw: boolean
  /** The words, and where they were selected; typed words stand nowhere yet. */
  readonly chosen: { readonly text: string; readonly start: number }
  readonly onChosen: (next: { readonly text: string; readonly start: number }) => void
  readonly onProposed: (proposal: ProposalView) => void
}) {
  const [draft, setDraft] = useState(EMPTY)
  const [error, setError] = useState<AskError | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const text = raw ? article.rawText : article.cleanText
  const places = placesOf(text, chosen.text)
  const selected = chosen.start >= 0 && text.startsWith(chosen.text, chosen.start) && chosen.text !== '' ? { start: chosen.start, end: chosen.start + chosen.text.length } : undefined
  const place = selected ?? places[0]
  const inRaw = place === undefined || raw ? place : rawSpanOf(place, article.repairs)
  const variables = variablesOf(article.id, inRaw, chosen.text, draft)
  const near: readonly EntityRef[] = [...new Map(article.mentions.map(({ entity }) => [entity.id, entity])).values()]
  const { kinds, relations, modalities } = ontology.value
  const relation = relations.find(({ type }) => type === draft.type)
  const set = (field: 'kind' | 'name' | 'type' | 'title' | 'modality' | 'reason') => (event: { readonly currentTarget: { readonly value: string } }): void => { const { value } = event.currentTarget; setDraft((now) => ({ ...now, [field]: value })) }
  /** The names within the words are most likely the ends. */
  const within = article.mentions.filter((mention) => inRaw !== undefined && mention.raw.start >= inRaw.start && mention.raw.end <= inRaw.end)
  const pick = (what: Draft['what']): void => {
    const [first, last] = [within[0]?.entity, within.at(-1)?.entity]
    const ends = what === 'fact' && draft.subject.name === '' && draft.object.name === '' && first !== undefined ? { subject: first, object: last !== undefined && last.id !== first.id ? last : NOBODY } : {}
    setDraft((now) => ({ ...now, ...ends, what }))
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    if (variables === undefined) return
    setBusy(true)
    setError(undefined)
    ask(PROPOSE, variables).then((data) => {
      setDraft(EMPTY)
      onProposed((data as { readonly propose: ProposalView }).propose)
    }, (failure: unknown) => { setError(asAskError(failure)) }).finally(() => { setBusy(false) })
  }
  return (
    <>
      <form class="question" onSubmit={submit}>
        <label>{t('propose.words')}<textarea rows={2} maxLength={1000} value={chosen.text} onInput={(event) => { onChosen({ text: event.currentTarget.value, start: -1 }) }} /></label>
        {chosen.text === '' || place !== undefined ? null : <p class="quiet" role="status">{t('propose.nowhere')}</p>}
        {places.length < 2 ? null : (
          <label>{t('propose.place')}
            <select value={String(place?.start ?? 0)} onChange={(event) => { onChosen({ ...chosen, start: Number(event.currentTarget.value) }) }}>
              {places.map(({ start, end }, at) => <option key={start} value={String(start)}>{`${at + 1}. ${text.slice(Math.max(0, start - AROUND), start)}【${text.slice(start, end)}】${text.slice(end, end + AROUND)}`}</option>)}
            </select>
          </label>
        )}
        <fieldset class="choices">
          <legend>{t('propose.what')}</legend>
          {WHAT.map((what) => <label key={what}><input type="radio" name="what" checked={draft.what === what} onChange={() => { pick(what) }} />{t(`propose.${what}`)}</label>)}
        </fieldset>
        {draft.what === 'entity' ? (
          <>
            <label>{t('propose.kind')}<select value={draft.kind} onChange={set('kind')}><option value="">{t('propose.choose')}</option>{kinds.map(({ kind }) => <option key={kind} value={kind}>{words.value.kind(kind)}</option>)}</select></label>
            <label>{t('propose.name')}<input maxLength={200} autocomplete="off" placeholder={chosen.text} value={draft.name} onInput={set('name')} /></label>
          </>
        ) : (
          <>
            <EntityField label={t('table.subject')} value={draft.subject} near={near} kinds={relation?.subjectKinds ?? []} onValue={(subject) => { setDraft((now) => ({ ...now, subject })) }} />
            <label>{t('table.type')}<select value={draft.type} onChange={set('type')}><option value="">{t('propose.choose')}</option>{relations.filter(({ derived }) => !derived).map(({ type }) => <option key={type} value={type}>{words.value.relation(type)}</option>)}</select></label>
            <EntityField label={t('table.object')} value={draft.object} near={near} kinds={relation?.objectKinds ?? []} onValue={(object) => { setDraft((now) => ({ ...now, object })) }} />
            {draft.type === 'HOLDS_POSITION' ? <label>{t('propose.title')}<input maxLength={100} autocomplete="off" value={draft.title} onInput={set('title')} /></label> : null}
            <label>{t('table.modality')}<select value={draft.modality} onChange={set('modality')}>{modalities.map(({ modality }) => <option key={modality} value={modality}>{words.value.modality(modality)}</option>)}</select></label>
          </>
        )}
        <label>{t('review.reason')}<input maxLength={2000} autocomplete="off" value={draft.reason} onInput={set('reason')} /></label>
        <button type="submit" disabled={busy || variables === undefined}>{t('propose.send')}</button>
      </form>
      {error === undefined ? null : <div role="alert"><Notice>{error.message}</Notice>{needsToken(error.code) ? <TokenBox /> : null}</div>}
    </>
  )
}
