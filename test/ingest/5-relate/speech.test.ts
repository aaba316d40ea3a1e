import { describe, expect, test } from '@jest/globals'
import { readDiscourse } from '../../../ingest/5-relate/passage.js'
import { readSpeech, speechAt } from '../../../ingest/5-relate/speech.js'
import { resolved, type Telling } from './told.js'

/** For each sentence: speaker:verb of every speech in it, carried ones in brackets. */
function speeches(text: string, telling?: Telling): string[][] {
  const article = resolved(text, telling)
  return readSpeech(readDiscourse(article)).map((each) => each.map(({ speaker, verb, carried }) => (carried ? `(${article.locals[speaker]?.name ?? ''})` : `${article.locals[speaker]?.name ?? ''}:${verb}`)))
}

describe('who speaks', () => {
  test.each<[string, string, string[][], Telling]>([
    ['the person before the verb', '[P 林一舟]强调，教育是根本。', [['林一舟:强调']], {}],
    ['two speakers in one sentence', '[P 林一舟]指出问题，[P 周望]表示赞同。', [['林一舟:指出', '周望:表示']], {}],
    ['a body', '[C 云岭公司]表示，产销两旺。', [['云岭公司:表示']], {}],
    ['a pronoun', '[P 林一舟]来了。他说，很好。', [[], ['林一舟:说']], {}],
    ['the speech goes on', '[P 林一舟]强调，教育是根本。要抓好落实。', [['林一舟:强调'], ['(林一舟)']], {}],
    ['and breaks off where the report does', '[P 林一舟]强调，教育是根本。随后，大家参观展厅。', [['林一舟:强调'], []], {}],
    ['and at another paragraph', '[P 林一舟]强调，教育是根本。\n要抓好落实。', [['林一舟:强调'], []], {}],
    ['a meeting speaks for its place', '[R 南通市]召开会议。会议指出，教育是根本。', [[], ['南通市:指出']], { home: '南通市' }],
    ['nobody', '强调教育。', [[]], {}],
  ])('%s', (_, text, expected, telling) => {
    expect(speeches(text, telling)).toEqual(expected)
  })

  test('an offset lies in the last speech that began before it', () => {
    const article = resolved('[P 林一舟]指出问题，[P 周望]表示赞同。')
    const [found = []] = readSpeech(readDiscourse(article))
    const at = (word: string): string | undefined => article.locals[speechAt(found, article.extracted.view.text.indexOf(word))?.speaker ?? -1]?.name
    expect([at('林一舟'), at('问题'), at('赞同')]).toEqual([undefined, '林一舟', '周望'])
  })
})
