import { checkSentence, MAX_SENTENCE_LENGTH } from '../../../src/answers/claims/check-sentence.js'
import { CLAIM_VERDICTS, type ClaimCheck, type ClaimVerdict } from '../../../src/answers/claims/claim.js'
import type { GraphStore } from '../../../src/store/port.js'
import { errorOf, openWith } from '../answer-graph.js'
import { CLAIM_GRAPH, CLAIM_IDS as IDS } from './claim-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(CLAIM_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

/** What a sentence is understood to say, and the verdict of each statement. */
const line = ({ understood, verdict }: ClaimCheck): readonly [string, ClaimVerdict] => [understood.zh, verdict]

const LAMPS = '澜洲曜灯电子有限公司'
const VALVES = '澜洲恒阀制造有限公司'
const SILK = '汐州云帛丝绸有限公司'

const CASES: readonly (readonly [sentence: string, says: readonly (readonly [string, ClaimVerdict])[]])[] = [
  ['闻人澈走访了曜灯电子', [[`闻人澈 走访 ${LAMPS}`, 'SUPPORTED']]],
  ['闻人澈走访澜洲曜灯电子有限公司。', [[`闻人澈 走访 ${LAMPS}`, 'SUPPORTED']]],
  ['闻人澈到曜灯电子调研', [[`闻人澈 走访 ${LAMPS}`, 'SUPPORTED']]],
  ['聞人澈走訪了曜燈電子', [[`闻人澈 走访 ${LAMPS}`, 'SUPPORTED']]],
  ['澜洲市市长闻人澈走访了曜灯电子', [['闻人澈 任职于 澜洲市（市长）', 'DENIED'], [`闻人澈 走访 ${LAMPS}`, 'SUPPORTED']]],
  ['闻人澈走访了曜灯电子和恒阀制造', [[`闻人澈 走访 ${LAMPS}`, 'SUPPORTED'], [`闻人澈 走访 ${VALVES}`, 'NOT_FOUND']]],
  ['苏见山走访了曜灯电子', [[`苏见山 走访 ${LAMPS}`, 'INDIRECT']]],
  ['王二小走访了曜灯电子', [[`王二小 走访 ${LAMPS}`, 'NOT_FOUND']]],
  ['陆明远走访了曜灯电子', [[`陆明远 走访 ${LAMPS}`, 'AMBIGUOUS_NAME']]],
  ['曜灯电子参加千灯行动', [[`${LAMPS} 参与 千灯行动`, 'SUPPORTED']]],
  ['曜灯电子将参加千灯行动', [[`${LAMPS} 参与 千灯行动（计划）`, 'SUPPORTED']]],
  ['曜灯电子没有参加千灯行动', [[`${LAMPS} 参与 千灯行动（否认）`, 'DENIED']]],
  ['曜灯电子参与鹭江湾产业协同区建设', [[`${LAMPS} 参与 鹭江湾产业协同区`, 'INDIRECT']]],
  ['曜灯电子参与鹭江湾建设', [[`${LAMPS} 参与 鹭江湾产业协同区`, 'INDIRECT']]],
  ['曜灯电子入选国家级“领跑者”企业', [[`${LAMPS} 获评 国家级“领跑者”企业`, 'SUPPORTED']]],
  ['恒阀制造入选国家级领跑者企业', [[`${VALVES} 获评 国家级“领跑者”企业`, 'DENIED']]],
  ['恒阀制造未入选国家级“领跑者”企业', [[`${VALVES} 获评 国家级“领跑者”企业（否认）`, 'SUPPORTED']]],
  ['云帛丝绸参加了千灯行动', [[`${SILK} 参与 千灯行动`, 'CONFLICTING']]],
  ['云帛丝绸没有参加千灯行动', [[`${SILK} 参与 千灯行动（否认）`, 'CONFLICTING']]],
  ['恒阀制造参与鹭江湾产业协同区建设', [[`${VALVES} 参与 鹭江湾产业协同区`, 'CO_MENTIONED']]],
  ['闻人澈推进鹭江湾产业协同区建设', [['闻人澈 推动 鹭江湾产业协同区', 'SUPPORTED_AS_CALL']]],
  ['闻人澈强调，要推进鹭江湾建设', [['闻人澈 推动 鹭江湾产业协同区（要求或鼓励）', 'SUPPORTED_AS_CALL']]],
  ['闻人澈担任澜洲市市长', [['闻人澈 任职于 澜洲市（市长）', 'DENIED']]],
  ['闻人澈不再担任澜洲市市长', [['闻人澈 任职于 澜洲市（市长）（否认）', 'SUPPORTED']]],
  ['苏见山担任澜洲市市长', [['苏见山 任职于 澜洲市（市长）', 'SUPPORTED']]],
  ['苏见山任澜洲市副市长', [['苏见山 任职于 澜洲市（副市长）', 'INDIRECT']]],
  ['苏见山出席第三届澜洲灯具博览会', [['苏见山 出席 第三届澜洲灯具博览会', 'SUPPORTED']]],
  ['闻人澈出席第三届澜洲灯具博览会', [['闻人澈 出席 第三届澜洲灯具博览会', 'NOT_FOUND']]],
  ['曜灯电子与澜洲大学合作', [[`${LAMPS} 与其合作 澜洲大学`, 'SUPPORTED']]],
]

const NOT_UNDERSTOOD: readonly (readonly [string, readonly ClaimVerdict[]])[] = [
  ['闻人澈喜欢曜灯电子', ['INDIRECT']],
  ['云帛丝绸在澜洲大学旁边', ['CO_MENTIONED']],
  ['恒阀制造和陆明远', ['AMBIGUOUS_NAME']],
  ['云帛丝绸好', ['NOT_FOUND']],
  ['今天天气不错', ['NOT_FOUND']],
]

describe('checkSentence', () => {
  it.each(CASES)('checks what is said: %s', async (text, says) => {
    const checks = await checkSentence(store, { text })
    expect(checks.map(line)).toEqual(says)
  })

  it.each(NOT_UNDERSTOOD)('says that it understood no relation, and what links the names: %s', async (text, verdicts) => {
    const checks = await checkSentence(store, { text })
    expect(checks.map(({ verdict }) => verdict)).toEqual(verdicts)
    for (const { relation, reasons } of checks) expect([relation, reasons.map(({ code }) => code)]).toEqual([undefined, expect.arrayContaining(['NOT_UNDERSTOOD'])])
  })

  it('reaches every verdict, with the plan as it was before it came true', async () => {
    const [plan] = await checkSentence(store, { text: '曜灯电子参加千灯行动', asOf: '2032-08-01' })
    expect(plan?.verdict).toBe('SUPPORTED_AS_PLAN')
    const reached = [...CASES.flatMap(([, says]) => says.map(([, verdict]) => verdict)), ...NOT_UNDERSTOOD.flatMap(([, verdicts]) => verdicts), plan?.verdict]
    expect([...new Set(reached)].sort()).toEqual([...CLAIM_VERDICTS].sort())
  })

  it('shows the links between the names of a sentence that it did not understand', async () => {
    const [check] = await checkSentence(store, { text: '闻人澈喜欢曜灯电子' })
    expect([check?.subject?.id, check?.object?.id].sort()).toEqual([IDS.mayor, IDS.lamps].sort())
    expect(check?.paths.map(({ strength }) => strength)).toEqual(['STATED'])
    expect(check?.evidence).toEqual([])
  })

  it.each<[string, string]>([['an empty sentence', ' '], ['a whole article', '灯'.repeat(MAX_SENTENCE_LENGTH + 1)]])('refuses %s', async (_, text) => {
    expect((await errorOf(checkSentence(store, { text }))).code).toBe('BAD_INPUT')
  })
})
