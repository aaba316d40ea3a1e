import { useEffect, useState } from 'preact/hooks'
import { go } from '../app/navigation.js'
import { t } from '../app/settings.js'
import { token } from '../app/token.js'
import { Notice } from '../common/failure.js'
import { needsToken, TokenBox } from '../common/token-box.js'
import type { AskError } from '../data/client.js'
import { asAskError } from '../data/use-answer.js'
import { followProgress, forget, load, run, sendable, take, type Load } from './load.js'
import { SUFFIXES, type ReadPiece } from './read-file.js'

/** Pieces that are listed; the rest are counted. */
const LISTED = 100
/** Characters of a text that stand for a title that is missing. */
const BEGINNING = 30

function nameOf({ found, file }: ReadPiece): string {
  if (!('draft' in found)) return file
  const { title, text } = found.draft
  return title === '' ? `${text.trim().slice(0, BEGINNING)}…` : title
}

function Piece({ piece }: { readonly piece: ReadPiece }) {
  const { found, file, place } = piece
  const where = place === 0 ? file : t('load.place', { file, place })
  if ('fault' in found) return <li><strong>{where}</strong> <span class="fault">{t(`load.fault.${found.fault}`)}</span></li>
  const { date, text } = found.draft
  return <li>{nameOf(piece)} <span class="quiet">{date === '' ? t('article.undated') : date} {t('load.characters', { count: text.length })} {where}</span></li>
}

/** What is wrong comes first. */
const Pieces = ({ pieces }: { readonly pieces: readonly ReadPiece[] }) => (
  <>
    <ul class="list pieces">{[...pieces.filter(({ found }) => 'fault' in found), ...pieces.filter(({ found }) => 'draft' in found)].slice(0, LISTED).map((piece, at) => <Piece key={at} piece={piece} />)}</ul>
    {pieces.length > LISTED ? <p class="quiet">{t('load.rest', { count: pieces.length - LISTED })}</p> : null}
  </>
)

/** Why the server would not take articles from this reader; undefined while it would. Asked for as soon as the page could send some. */
function useRefusal(): AskError | undefined {
  const [refusal, setRefusal] = useState<AskError | undefined>(undefined)
  const held = token.value
  useEffect(() => {
    const following = new AbortController()
    setRefusal(undefined)
    followProgress(following.signal).catch((error: unknown) => { setRefusal(asAskError(error)) })
    return () => { following.abort() }
  }, [held])
  return refusal
}

const Refused = ({ error }: { readonly error: AskError }) => (
  <div role="alert">
    <Notice>{needsToken(error.code) ? t('load.rights') : error.message}</Notice>
    {needsToken(error.code) ? <><p class="quiet">{error.message}</p><TokenBox /></> : null}
  </div>
)

function Outcome({ state: { counts, issues, phase } }: { readonly state: Load }) {
  const { added, changed, unchanged, failed, evidence, seconds } = counts
  return (
    <>
      <p role="status">{t('load.done', { added, changed, unchanged, failed, evidence, seconds: Math.round(seconds * 10) / 10 })}</p>
      {issues.length === 0 ? null : (
        <section aria-labelledby="issues">
          <h2 id="issues">{t('load.issues', { count: issues.length })}</h2>
          <ul class="list">{issues.map(({ piece, severity, message }, at) => <li key={at}><strong>{piece === undefined ? '' : nameOf(piece)}</strong> <span class={severity === 'error' ? 'fault' : 'quiet'}>{message}</span></li>)}</ul>
        </section>
      )}
      {phase !== 'done' ? null : (
        <p class="actions">
          {/* A fresh page, since what it knew of the graph is out of date. */}
          <a href="/" onClick={(event) => { event.preventDefault(); location.assign('/') }}>{t('load.see')}</a>
          <button type="button" class="plain" onClick={forget}>{t('load.again')}</button>
        </p>
      )}
    </>
  )
}

function Chooser() {
  return (
    <div class="chooser">
      <label class="pick">{t('load.choose')}<input type="file" multiple accept={SUFFIXES.join(',')} onChange={({ currentTarget }) => {
        void take([...currentTarget.files ?? []])
        currentTarget.value = ''
      }} /></label> {t('load.drop')}
      <p class="quiet">{t('load.kinds')}</p>
    </div>
  )
}

function Running({ state: { done, within, etaSeconds }, all }: { readonly state: Load; readonly all: number }) {
  const at = Math.min(done + within, all)
  return (
    <div>
      <progress max={all} value={at} aria-label={t('load.title')} />
      <p role="status">{t('load.progress', { done: at, all })}{etaSeconds === undefined ? '' : t('load.eta', { seconds: Math.ceil(etaSeconds) })}</p>
    </div>
  )
}

/** Files into the graph: choose, look at what was read, send, follow, and read what came of it. */
export function Loader() {
  const state = load.value
  const refusal = useRefusal()
  const articles = sendable(state.pieces)
  const begin = (): void => {
    // The start screen goes as soon as the graph holds something; the account of the load stays.
    go({ screen: 'load' })
    void run()
  }
  return (
    <div class="loader">
      {refusal === undefined ? null : <Refused error={refusal} />}
      {state.phase === 'running' ? <Running state={state} all={articles.length} /> : state.phase === 'done' ? null : <Chooser />}
      {state.phase === 'reading' ? <p role="status">{t('load.reading')}</p> : null}
      {state.phase === 'stopped' && state.error !== undefined ? <div role="alert"><Notice>{t('load.stopped', { message: state.error.message })}</Notice></div> : null}
      {state.phase === 'done' || (state.phase === 'stopped' && state.done > 0) ? <Outcome state={state} /> : null}
      {state.pieces.length === 0 || state.phase === 'reading' ? null : (
        <section aria-labelledby="chosen-files">
          <h2 id="chosen-files">{t('load.found', { articles: articles.length, faults: state.pieces.length - articles.length })}</h2>
          {state.phase !== 'chosen' && state.phase !== 'stopped' ? null : (
            <p class="actions">
              <button type="button" disabled={articles.length === 0 || (refusal !== undefined && needsToken(refusal.code))} onClick={begin}>{t(state.phase === 'stopped' ? 'load.resume' : 'load.start', { count: articles.length - state.done })}</button>
              <button type="button" class="plain" onClick={forget}>{t('load.clear')}</button>
            </p>
          )}
          <Pieces pieces={state.pieces} />
        </section>
      )}
      {state.phase === 'done' || state.phase === 'running' ? null : <details>
        <summary>{t('load.other')}</summary>
        <p>{t('load.command')}</p>
        <pre><code>npm run policygraph -- ingest {t('load.command.files')}</code></pre>
        <p>{t('load.api')}</p>
      </details>}
    </div>
  )
}

export const LoadScreen = () => <section><h1>{t('load.title')}</h1><p>{t('load.note')}</p><Loader /></section>
