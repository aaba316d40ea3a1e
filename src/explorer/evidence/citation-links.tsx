import { useEffect, useState } from 'preact/hooks'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import type { ArticleRef, FactView } from '../data/answer-types.js'
import { citationOf } from './fact-item.js'

/** Address of the stable page of a fact. */
const factPage = (id: string): string => `/fact/${encodeURIComponent(id)}`

/** What a citation needs of a fact. */
type Cited = Pick<FactView, 'id' | 'subject' | 'type' | 'object'> & { readonly evidence: readonly { readonly cleanQuote: string; readonly article: ArticleRef }[] }

/** The first sentence with where it stands, to paste into a text. */
function citationText({ id, subject, type, object, evidence: [first] }: Cited): string {
  const claim = `${subject.name} ${words.value.relation(type)} ${object.name}`
  return first === undefined ? claim : `${claim}：“${first.cleanQuote}”（${citationOf(first.article)}；${location.origin}${factPage(id)}）`
}

/** Copy the citation, or open its stable page. */
export function CitationLinks({ fact }: { readonly fact: Cited }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  useEffect(() => { setCopied('no') }, [fact.id])
  const copy = (): void => {
    // A page that came over plain http from another machine has no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined
    if (clipboard === undefined) setCopied('refused')
    else clipboard.writeText(citationText(fact)).then(() => { setCopied('yes') }, () => { setCopied('refused') })
  }
  return (
    <>
      <p class="actions">
        <button type="button" class="plain" onClick={copy}>{copied === 'yes' ? t('fact.copied') : t('fact.copy')}</button>
        <a href={factPage(fact.id)}>{t('fact.permalink')}</a>
      </p>
      {copied === 'refused' ? <label>{t('fact.copy.by-hand')}<textarea readOnly rows={3} value={citationText(fact)} onFocus={(event) => { event.currentTarget.select() }} /></label> : null}
    </>
  )
}
