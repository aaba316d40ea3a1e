import { edit, type Edit, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' }

/** Addresses of the web and of mail keep their punctuation. */
const ADDRESS = /(?:https?:\/\/|www\.)[\x21-\x7e]+|[\w.+-]+@[\w.-]+/gi
const HAN = /[\u3400-\u9fff]/
/** Characters beside which Chinese punctuation stands: hanzi and full-width marks. */
const CHINESE = /[\u3400-\u9fff\u3001-\u3011\u201c\u201d\u2018\u2019\uff01-\uff1b\uff1f、。《》]/
const WORD = /[0-9A-Za-z]/

/** The nearest character in a direction that is not a space; '' at the end of the line. */
function neighbour(text: string, at: number, by: 1 | -1): string {
  let i = at + by
  while (text.charAt(i) === ' ') i += by
  const char = text.charAt(i)
  return char === '\n' ? '' : char
}

function isChineseMark(text: string, at: number): boolean {
  const before = neighbour(text, at, -1)
  const after = neighbour(text, at, 1)
  // 12:05, 1,000 and A,B: between letters and figures the mark is theirs
  if (WORD.test(before) && WORD.test(after)) return false
  return CHINESE.test(before) || (CHINESE.test(after) && before !== '')
}

/** Brackets of either width in pairs on one line, inner ones first. */
function bracketPairs(text: string): [number, number][] {
  const pairs: [number, number][] = []
  let open: number[] = []
  for (const match of text.matchAll(/[()（）\n]/g)) {
    if (match[0] === '\n') open = []
    else if (match[0] === '(' || match[0] === '（') open.push(match.index)
    else {
      const start = open.pop()
      if (start !== undefined) pairs.push([start, match.index])
    }
  }
  return pairs
}

function bracketEdits(text: string): Edit[] {
  return bracketPairs(text).flatMap(([start, end]) => {
    const ascii = [start, end].filter((at) => text.charAt(at) === '(' || text.charAt(at) === ')')
    const chinese = ascii.length === 1 || HAN.test(text.slice(start, end)) || CHINESE.test(neighbour(text, start, -1)) || CHINESE.test(neighbour(text, end, 1))
    return chinese ? ascii.map((at) => edit(at, at + 1, FULL[text.charAt(at)] ?? '')) : []
  })
}

/** Straight double quotes, opened and closed in turn, on lines where they are even in number and touch Chinese. */
function quoteEdits(text: string): Edit[] {
  const edits: Edit[] = []
  let lineStart = 0
  for (const line of text.split('\n')) {
    const quotes = line.includes('"') ? [...line.matchAll(/"/g)].map((match) => match.index) : []
    for (let i = 0; quotes.length % 2 === 0 && i < quotes.length; i += 2) {
      const [open = 0, close = 0] = quotes.slice(i, i + 2)
      if (!CHINESE.test(line.slice(open, close)) && !CHINESE.test(line.charAt(open - 1))) continue
      edits.push(edit(lineStart + open, lineStart + open + 1, '“'), edit(lineStart + close, lineStart + close + 1, '”'))
    }
    lineStart += line.length + 1
  }
  return edits
}

/** The edits, in order, that lie in no address. */
function outsideAddresses(text: string, edits: readonly Edit[]): Edit[] {
  const spans = [...text.matchAll(ADDRESS)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  let next = 0
  return edits.toSorted((a, b) => a.start - b.start).filter((one) => {
    while ((spans[next]?.end ?? Infinity) <= one.start) next += 1
    return one.start < (spans[next]?.start ?? Infinity)
  })
}

export const asciiPunctuation: Pass = {
  id: 'ascii-punctuation',
  doc: 'Turns ASCII commas, colons, semicolons, question and exclamation marks, brackets and straight quotes beside Chinese into full-width ones; figures, times and addresses keep theirs.',
  when: SIGNAL.asciiPunctuation,
  apply(text) {
    const edits: Edit[] = []
    for (const match of text.matchAll(/[,:;?!]/g)) {
      if (isChineseMark(text, match.index)) edits.push(edit(match.index, match.index + 1, FULL[match[0]] ?? match[0]))
    }
    return outsideAddresses(text, [...edits, ...bracketEdits(text), ...quoteEdits(text)])
  },
}
