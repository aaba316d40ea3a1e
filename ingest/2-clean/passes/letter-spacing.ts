import { isSurname } from '../language/surnames.js'
import { edit, type Edit, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

/** Single hanzi with one gap between each and the next: at least two of them, no hanzi right beside, and no single one before. */
const RUN = /(?<![\u4e00-\u9fff])(?<!(?<![\u4e00-\u9fff])[\u4e00-\u9fff][ \u3000])[\u4e00-\u9fff](?:[ \u3000]{1,3}[\u4e00-\u9fff](?![\u4e00-\u9fff]))+/g
/** After a post the name may follow at once. The posts are looked for last, since the gap is rarer. */
const AFTER_POST =
  /[\u4e00-\u9fff][ \u3000]{1,3}[\u4e00-\u9fff](?![\u4e00-\u9fff])(?<=(?:记者|通讯员|实习生|编辑|摄影|书记|主任|主席|委员|教授|经理|[事局市县区镇部院校处科省]长)[\u4e00-\u9fff][ \u3000]{1,3}[\u4e00-\u9fff])/g
const GAP = /[ \u3000]+/g
const ENOUGH = 3
const SURE = 0.9

interface Letter {
  readonly char: string
  /** Gap that follows. */
  readonly gap: { readonly start: number; readonly end: number } | undefined
}

function letters(run: string, offset: number): Letter[] {
  const gaps = [...run.matchAll(GAP)].map((match) => ({ start: offset + match.index, end: offset + match.index + match[0].length }))
  return run.split(GAP).map((char, i) => ({ char, gap: gaps[i] }))
}

/** 周 杰 周 宁 is two names; every other long run is one word or sentence that was spaced out. */
function joins(run: readonly Letter[]): Letter[] {
  const pairs = run.length % 2 === 0 && run.every(({ char }, i) => i % 2 === 1 || isSurname(char))
  if (pairs) return run.filter((_, i) => i % 2 === 0)
  return run.length >= ENOUGH ? run.slice(0, -1) : []
}

function closeUp(run: string, offset: number): Edit[] {
  return joins(letters(run, offset)).flatMap(({ gap }) => (gap === undefined ? [] : [edit(gap.start, gap.end, '', SURE)]))
}

export const letterSpacing: Pass = {
  id: 'letter-spacing',
  doc: 'Closes the gap that typesetters put into two-character names (张　彤) and into words spaced out letter by letter; gaps between words and sentences stay.',
  when: SIGNAL.space,
  apply(text) {
    const found = new Map<number, Edit>()
    for (const pattern of [RUN, AFTER_POST]) {
      for (const match of text.matchAll(pattern)) for (const one of closeUp(match[0], match.index)) found.set(one.start, one)
    }
    return [...found.values()].sort((a, b) => a.start - b.start)
  },
}
