import { readInitiativeName } from '../../../src/identity/names/initiative-name.js'

describe('readInitiativeName', () => {
  it.each([
    // name, subkind, core, place, year, edition, level, part
    ['第三届长江口创新大会', 'EVENT', '长江口创新大会', [], '', '届3', '', ''],
    ['首届长江口创新大会', 'EVENT', '长江口创新大会', [], '', '届1', '', ''],
    ['2024年南通投资推介会', 'EVENT', '投资推介会', ['320600'], '2024', '', '', ''],
    ['二〇二四年南通投资推介会', 'EVENT', '投资推介会', ['320600'], '2024', '', '', ''],
    ['第三届长江口创新大会开幕式', 'EVENT', '长江口创新大会', [], '', '届3', '', '开幕式'],
    ['澜石产业园开工仪式', 'EVENT', '澜石产业园开工仪式', [], '', '', '', ''],
    ['高企培育三年行动计划', 'PROGRAM', '高新技术企业培育三年行动', [], '', '', '', ''],
    ['南通市制造业倍增行动方案（2023—2025年）', 'POLICY', '制造业倍增行动', ['320600'], '2023-2025', '', '', ''],
    ['《江苏省数字经济促进条例（草案）》', 'POLICY', '数字经济促进条例', ['320000'], '', '', '', '草案'],
    ['国家级专精特新“小巨人”企业', 'DESIGNATION', '专精特新小巨人', [], '', '', '国家', ''],
    ['中国（江苏）自由贸易试验区', 'ZONE', '自贸区', ['320000'], '', '', '', ''],
    ['长三角区域一体化发展国家战略', 'STRATEGY', '一体化发展', ['X0001'], '', '', '', ''],
    ['澜石产业园二期项目', 'PROJECT', '澜石产业园', [], '', '期2', '', ''],
    ['2030年前碳达峰行动', 'PROGRAM', '2030年前碳达峰行动', [], '', '', '', ''],
  ])('reads %s', (name, subkind, core, places, year, edition, level, part) => {
    expect(readInitiativeName(name, subkind)).toMatchObject({ core, places, year, edition, level, part })
  })
})
