import { decodeHTMLStrict } from 'entities'
import { editMatches, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

/** An entity, also one that was escaped again (`&amp;nbsp;`), and the no-break space itself. `&nbsp` is common without its semicolon. */
const ENTITY = /\u00a0+|&(?:amp;|#38;|#x26;)*(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};|nbsp(?![a-z;]))/g

function decoded(source: string): string | undefined {
  let text = source.endsWith('nbsp') ? `${source};` : source
  for (let before = ''; before !== text; ) {
    before = text
    text = decodeHTMLStrict(text)
  }
  return text.endsWith(';') && text.startsWith('&') ? undefined : text.replaceAll('\u00a0', ' ')
}

export const htmlEntity: Pass = {
  id: 'html-entity',
  doc: 'Decodes HTML entities left in the text, once or twice escaped; no-break spaces become spaces.',
  when: SIGNAL.entity,
  apply: (text) => editMatches(text, ENTITY, ([found]) => decoded(found)),
}
