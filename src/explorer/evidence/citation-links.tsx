import { useState } from 'preact/hooks'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import type { FactView } from '../data/answer-types.js'
import { citationOf } from './fact-item.js'

/** The first sentence with where it stands, to paste into a text. */
function citationText({ subject, type, object, evidence: [first] }: FactView): string {
  const claim = `${subject.name} ${words.value.relation(type)} ${object.name}`
  return first === undefined ? claim : `${claim}：“${first.cleanQuote}”（${citationOf(first.article)}）`
}

/** Copy the citation, or open its stable page. */
export function CitationLinks({ fact }: { readonly fact: FactView }) {
  const [copied, setCopied] = useState(false)
  const copy = (): void => { void navigator.clipboard.writeText(citationText(fact)).then(() => { setCopied(true) }) }
  return (
    <p class="actions">
      <button type="button" class="plain" onClick={copy}>{copied ? t('fact.copied') : t('fact.copy')}</button>
      <a href={`/fact/${encodeURIComponent(fact.id)}`}>{t('fact.permalink')}</a>
    </p>
  )
}
