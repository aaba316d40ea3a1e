/** Which posts are those of a head, and which words say that one begins. */

/** Last words of a title that names the head of a body, a region or a firm. */
const HEADS = [
  '书记', '市长', '县长', '区长', '省长', '州长', '盟长', '旗长', '镇长', '乡长', '自治区主席', '主席', '局长', '厅长', '部长', '司长', '处长', '署长', '主任', '校长',
  '院长', '会长', '理事长', '秘书长', '董事长', '总经理', '总裁', '行长', '社长', '台长', '所长', '馆长', '站长', '厂长', '园长', '执行董事', '首席执行官', '委员长', '总理',
  '负责人',
]
const HEAD = new RegExp(`(?:${HEADS.join('|')})$`, 'u')
/** Deputies, assistants and those who only head a part of it. */
const BELOW = /副|助理|办公室|原|前|名誉|荣誉|候任|分管|首席[^执]/u

/** True for the title of a head (市长, 党委书记), not of a deputy. */
export const isHeadTitle = (title: string): boolean => HEAD.test(title) && !BELOW.test(title)

/** The title without the word that says it is a former one. */
export const withoutFormer = (title: string): string => title.replace(/^(?:原|前)/u, '')

export const isFormerTitle = (title: string): boolean => /^(?:原|前)/u.test(title)

/** The post asked for: 书记 finds 市委书记 and 原书记, not 副书记; 副书记 finds 市委副书记. */
export function isTitleAsked(asked: string, title: string): boolean {
  const held = withoutFormer(title)
  return held.endsWith(asked) && !/(?:副|助理)$/u.test(held.slice(0, held.length - asked.length))
}

const BEGINS = /^(?:任命为|当选为?|出任|履新|接任|升任|获任|转任|调任|改任|受聘为?|选举为|聘为)$/u
/** 任命某人为: the verb before the name makes 为 one of appointment. */
const NAMED = /任命|聘任|聘请|选举|推选|委任/u

/** True when the words say that somebody takes up a post, not only that they hold it. */
export const tellsBeginning = (cue: string, quote: string): boolean => BEGINS.test(cue) || (cue === '为' && NAMED.test(quote))
