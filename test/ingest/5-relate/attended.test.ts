import { describe, expect, test } from '@jest/globals'
import { factsOf } from './told.js'

const attended = (text: string): string[] => factsOf(['ATTENDED'], text)
const HELD = '8月10日，[EVENT 第三届云岭产业大会]在[R 南通市]举行。'

describe('taking part in an event', () => {
  test.each<[string, string, string[]]>([
    ['出席 and the event after it', '[P 林一舟]出席[EVENT 第三届云岭产业大会]。', ['林一舟 ATTENDED 第三届云岭产业大会']],
    ['a bare noun for the event before', `${HELD}[P 林一舟]出席大会。`, ['林一舟 ATTENDED 第三届云岭产业大会']],
    ['an event where an important speech was made', '[P 林一舟]出席[EVENT 第三届云岭产业大会]并发表重要讲话。[P 周望]主持大会。', ['周望 ATTENDED 第三届云岭产业大会', '林一舟 ATTENDED 第三届云岭产业大会']],
    ['no object at all', `${HELD}[P 林一舟]出席。`, ['林一舟 ATTENDED 第三届云岭产业大会']],
    ['a list with posts over commas', `${HELD}[O 青湖市教育局]局长[P 林一舟]，国家二级心理咨询师[P 周望]，[C 云岭公司]董事长[P 沈岚]参加大会。`, ['周望 ATTENDED 第三届云岭产业大会', '林一舟 ATTENDED 第三届云岭产业大会', '沈岚 ATTENDED 第三届云岭产业大会']],
    ['people and bodies in one run', `${HELD}[P 林一舟]、[P 周望]，[C 云岭公司]、[O 青湖市商会]参加大会。`, ['云岭公司 ATTENDED 第三届云岭产业大会', '周望 ATTENDED 第三届云岭产业大会', '林一舟 ATTENDED 第三届云岭产业大会', '青湖市商会 ATTENDED 第三届云岭产业大会']],
    ['hosting and speaking', `${HELD}[P 林一舟]主持大会，[P 周望]致辞。`, ['周望 ATTENDED 第三届云岭产业大会', '林一舟 ATTENDED 第三届云岭产业大会']],
    ['reports with a long title', `${HELD}会上，[P 林一舟]、[P 周望]分别作题为《产业，何以兴》《城市之路》的主旨报告。`, ['周望 ATTENDED 第三届云岭产业大会', '林一舟 ATTENDED 第三届云岭产业大会']],
    ['an act at the event', `${HELD}会上，[O 青湖市教育局]局长[P 林一舟]介绍了情况。`, ['林一舟 ATTENDED 第三届云岭产业大会']],
    ['an office holder who speaks in its report', `${HELD}[O 青湖市教育局]局长[P 林一舟]表示，教育是根本。`, ['林一舟 ATTENDED 第三届云岭产业大会']],
    ['unveiling by people, not by what is unveiled', `${HELD}会上，[O 云岭科普中心]揭牌成立。[P 林一舟]、[P 周望]共同揭牌。`, ['周望 ATTENDED 第三届云岭产业大会', '林一舟 ATTENDED 第三届云岭产业大会']],
    ['the guests who came for it, not their hosts', '[P 林一舟]与前来出席[EVENT 第三届云岭产业大会]的[O 青湖市商会]会长[P 周望]座谈。', ['周望 ATTENDED 第三届云岭产业大会']],
    ['office holders who speak one after another, far from the verb', `${HELD}[O 青湖市教育局]局长[P 林一舟]，[O 青湖市商会]会长[P 周望]等，分别围绕产业、人才和城市的未来，开展了主旨演讲。`, ['周望 ATTENDED 第三届云岭产业大会', '林一舟 ATTENDED 第三届云岭产业大会']],
    ['the other side of a signing', `${HELD}会上，[O 青湖市商会]有关部门与[C 云岭公司]、[C 青河公司]签订协议。`, ['云岭公司 ATTENDED 第三届云岭产业大会', '青河公司 ATTENDED 第三届云岭产业大会', '青湖市商会 ATTENDED 第三届云岭产业大会']],
    ['who signs for a body', `${HELD}会上，[P 林一舟]代表[C 云岭公司]接受授牌。`, ['林一舟 ATTENDED 第三届云岭产业大会']],
    ['a host and a supporter', `${HELD}本次大会由[O 青湖市教育局]主办，[C 云岭公司]支持。`, ['云岭公司 ATTENDED 第三届云岭产业大会', '青湖市教育局 ATTENDED 第三届云岭产业大会']],
    ['those with whom others do it', '[O 青湖市法院]会同[O 青湖市税务局]共同举行[EVENT 青湖破产审判协作签约仪式]。', ['青湖市法院 ATTENDED 青湖破产审判协作签约仪式', '青湖市税务局 ATTENDED 青湖破产审判协作签约仪式']],
  ])('%s', (_, text, expected) => {
    expect(attended(text)).toEqual(expected)
  })
})

describe('holding an event', () => {
  test.each<[string, string, string[]]>([
    ['由A主办、B承办', `${HELD}本次大会由[O 青湖市教育局]主办、[C 云岭公司]承办。`, ['云岭公司 ATTENDED 第三届云岭产业大会', '青湖市教育局 ATTENDED 第三届云岭产业大会']],
    ['由A、B共同举办', '[EVENT 第三届云岭产业大会]由[O 青湖市教育局]、[O 青湖市商会]共同举办。', ['青湖市商会 ATTENDED 第三届云岭产业大会', '青湖市教育局 ATTENDED 第三届云岭产业大会']],
    ['A召开X', '[C 云岭公司]召开[EVENT 云岭公司年中工作会议]。', ['云岭公司 ATTENDED 云岭公司年中工作会议']],
    ['在A举行的X上', '在[O 青湖市新闻办]举行的[EVENT 青湖营商环境新闻发布会]上，[P 林一舟]介绍情况。', ['林一舟 ATTENDED 青湖营商环境新闻发布会', '青湖市新闻办 ATTENDED 青湖营商环境新闻发布会']],
    ['a place where it is held is no host', `[EVENT 第三届云岭产业大会]在[O 云岭会展中心]举行。`, []],
    ['parties in the name of a signing', '[EVENT 青湖市教育局与云岭公司战略合作签约仪式]举行。[O 青湖市教育局]很忙，[C 云岭公司]也忙。', ['云岭公司 ATTENDED 青湖市教育局与云岭公司战略合作签约仪式', '青湖市教育局 ATTENDED 青湖市教育局与云岭公司战略合作签约仪式']],
  ])('%s', (_, text, expected) => {
    expect(attended(text)).toEqual(expected)
  })
})

describe('no attendance', () => {
  test.each<[string, string]>([
    ['of a meeting without a name', '[O 青湖市教育局]召开会议，[P 林一舟]出席会议。'],
    ['of a meeting without a name, after an event of the past', `${HELD}市委书记[P 林一舟]主持召开市委常委会会议。[P 周望]出席。`.replace('[P 林一舟]', '林书记')],
    ['of a tour or a talk', `${HELD}[P 林一舟]参加调研。[P 周望]参加会见。`],
    ['of an event whose spirit is studied', '市委召开会议，传达学习[EVENT 全国云岭保护大会]精神。[P 林一舟]主持会议。'],
    ['of an event at which what is studied was said', '[P 林一舟]主持召开会议，学习[P 周望]在主持召开[EVENT 第三届云岭产业大会]时的重要讲话精神。'],
    ['of an event that was studied before', '市委传达学习[EVENT 全国云岭保护大会]精神。[EVENT 全国云岭保护大会]意义重大。市领导[P 林一舟]参加会议。'],
    ['by those from whom word is passed on', `${HELD}会上，大家传达学习[O 青湖市教育局]通知，部署工作。`],
    ['by those who are received', '[P 林一舟]会见了前来的[P 周望]。'],
    ['when speech is made elsewhere', `${HELD}[O 青湖市教育局]局长[P 林一舟]在接受记者采访时表示，教育是根本。`],
  ])('%s', (_, text) => {
    expect(attended(text)).toEqual([])
  })
})

test('what is to come is planned', () => {
  expect(attended('[P 林一舟]明天将出席[EVENT 第三届云岭产业大会]，由[P 周望]致辞。')).toEqual(['周望 ATTENDED 第三届云岭产业大会 PLANNED', '林一舟 ATTENDED 第三届云岭产业大会 PLANNED'])
})

test('who did not come is denied', () => {
  expect(attended('[P 林一舟]没有出席[EVENT 第三届云岭产业大会]。')).toEqual(['林一舟 ATTENDED 第三届云岭产业大会 DENIED'])
})
