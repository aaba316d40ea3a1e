import { editMatches, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

const QUOTES: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' }

export const cornerQuote: Pass = {
  id: 'corner-quote',
  doc: 'Turns the corner quotes of Traditional pages into the quotes of mainland print.',
  when: SIGNAL.cornerQuote,
  apply: (text) => editMatches(text, /[「」『』]/g, ([quote]) => QUOTES[quote]),
}
