import { readCompanyName } from '../../../src/identity/names/company-name.js'

describe('readCompanyName', () => {
  it.each([
    // name, region, trade name, line, legal form, group, unit
    ['江苏澜石新材料股份有限公司', ['320000'], '澜石', ['新材料'], 'shares', false, ''],
    ['江苏澜石', ['320000'], '澜石', [], '', false, ''],
    ['澜石新材料', [], '澜石', ['新材料'], '', false, ''],
    ['深圳市腾鳌精密机械有限公司', ['440300'], '腾鳌', ['精密', '机械'], 'limited', false, ''],
    ['江苏奥维克斯汽车电子科技有限公司', ['320000'], '奥维克斯', ['汽车电子', '科技'], 'limited', false, ''],
    ['云帆海工装备（南通）有限公司', ['320600'], '云帆', ['海工', '装备'], 'limited', false, ''],
    ['青云重工（集团）有限公司', [], '青云', ['重工'], 'limited', true, ''],
    ['青云集团', [], '青云', [], '', true, ''],
    ['青云集团南通分公司', [], '青云', [], '', true, 'gb:320600分公司'],
    ['中国建设银行股份有限公司南通市分行', ['X0134'], '建设', ['银行'], 'shares', false, 'gb:320600分行'],
    ['建行南通分行', ['X0134'], '建设', ['银行'], '', false, 'gb:320600分行'],
    ['重庆长安汽车股份有限公司', ['500000'], '长安', ['汽车'], 'shares', false, ''],
    ['长安汽车', [], '长安', ['汽车'], '', false, ''],
    ['北京市衡正律师事务所', ['110000'], '衡正', [], 'office', false, ''],
    ['', [], '', [], '', false, ''],
  ])('reads %s', (name, places, trade, line, legal, group, unit) => {
    expect(readCompanyName(name)).toMatchObject({ places, trade, line, legal, group, unit })
  })

  it.each([['上海电气', true], ['上海电气风电集团股份有限公司', true], ['江苏澜石', false]])('tells whether the trade name of %s is a word of business: %s', (name, generic) => {
    expect(readCompanyName(name).generic).toBe(generic)
  })

  it('reads a name of 10,000 characters without trouble', () => {
    expect(readCompanyName('澜'.repeat(10_000)).trade).toHaveLength(10_000)
  })
})
