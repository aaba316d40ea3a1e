import { describe, expect, test } from '@jest/globals'
import { asciiPunctuation } from '../../../../ingest/2-clean/passes/ascii-punctuation.js'
import { cornerQuote } from '../../../../ingest/2-clean/passes/corner-quote.js'
import { fullWidth } from '../../../../ingest/2-clean/passes/full-width.js'
import { htmlEntity } from '../../../../ingest/2-clean/passes/html-entity.js'
import { invisible } from '../../../../ingest/2-clean/passes/invisible.js'
import { letterSpacing } from '../../../../ingest/2-clean/passes/letter-spacing.js'
import { traditional } from '../../../../ingest/2-clean/passes/traditional.js'
import type { Pass } from '../../../../ingest/2-clean/pass.js'
import { applyPass } from './apply-pass.js'

const table: readonly (readonly [Pass, readonly (readonly [string, string])[]])[] = [
  [invisible, [
    ['云\u200b湖\u00ad区\ufeff政府', '云湖区政府'],
    ['一行\r\n二行\r三行', '一行\n二行\n三行'],
    ['表\t格\n不变', '表\t格\n不变'],
    ['坏\u0000字\u0008符\u0085', '坏字符\n'],
    ['先后\u202e顺序\u202c', '先后顺序'],
  ]],
  [htmlEntity, [
    ['记者&nbsp;李彤', '记者 李彤'],
    ['记者&nbsp李彤', '记者 李彤'],
    ['&ldquo;智慧港口&rdquo;', '“智慧港口”'],
    ['研发&amp;nbsp;投入', '研发 投入'],
    ['A&amp;B公司', 'A&B公司'],
    ['云湖\u00a0\u00a0区', '云湖  区'],
    ['&#20113;&#x6E56;', '云湖'],
    ['R&D投入', 'R&D投入'],
    ['?a=1&copy=2', '?a=1&copy=2'],
    ['&nosuch;', '&nosuch;'],
  ]],
  [fullWidth, [
    ['２０２３年ＡＩ产业增长１２％', '2023年AI产业增长12%'],
    ['增长３．５％', '增长3.5%'],
    ['第一．总则', '第一．总则'],
    ['（一）：“好”', '（一）：“好”'],
  ]],
  [cornerQuote, [['「智慧港口」和『小巨人』', '“智慧港口”和‘小巨人’']]],
  [asciiPunctuation, [
    ['他说,大会开幕;会期三天:周一至周三!好吗?', '他说，大会开幕；会期三天：周一至周三！好吗？'],
    ['(记者李彤)讯', '（记者李彤）讯'],
    ['甲(乙）丙', '甲（乙）丙'],
    ['甲（乙)丙', '甲（乙）丙'],
    ['10:30,共1,200人', '10:30，共1,200人'],
    ['详见 http://a.cn/b?c=1,2;d。', '详见 http://a.cn/b?c=1,2;d。'],
    ['call f(x, y); ok?', 'call f(x, y); ok?'],
    ['称"智慧港口"为"样板"', '称“智慧港口”为“样板”'],
    ['屏幕27"很大', '屏幕27"很大'],
    ['他笑道:)', '他笑道：)'],
  ]],
  [traditional, [
    ['張彤強調，要學習貫徹', '张彤强调，要学习贯彻'],
    ['乾隆年間的乾燥氣候', '乾隆年间的干燥气候'],
    ['他說：著名學者看著他', '他说：著名学者看着他'],
    ['濛洲街道的王昇', '濛洲街道的王昇'],
    ['北京的張某', '北京的张某'],
    ['遊客在棧道上', '游客在栈道上'],
    ['國家裡面與裏面', '国家里面与里面'],
  ]],
  [letterSpacing, [
    ['局长张　彤、王 芳出席', '局长张彤、王 芳出席'],
    ['记者 张 彤 通讯员 李 明', '记者 张彤 通讯员 李明'],
    ['本报记者王 沛', '本报记者王沛'],
    ['周 杰 周 宁', '周杰 周宁'],
    ['环 境 满 分', '环境满分'],
    ['图 片', '图 片'],
    ['甲单位 王 芳乙单位', '甲单位 王 芳乙单位'],
    ['大会闭幕 记者离场', '大会闭幕 记者离场'],
    ['8月 李明', '8月 李明'],
  ]],
]

describe.each(table.map(([pass, cases]) => ({ pass, cases, id: pass.id })))('$id', ({ pass, cases }) => {
  test.each(cases)('%j → %j', (raw, clean) => {
    expect(applyPass(pass, raw)).toBe(clean)
  })
})
