import { acceptedIn, namesIn } from './rules-alone.js'

describe('organs', () => {
  test.each([
    ['exchanges, which are no firms', '该股在深交所上市。', ['深交所']],
    ['seats of power of a place', '南通市委、崇川区人民政府和如东县政协派员参加。', ['南通市委', '崇川区人民政府', '如东县政协']],
    ['departments of a committee with and without its place', '南通市委组织部副部长和省委宣传部处长到会。', ['南通市委组织部', '省委宣传部']],
    ['a party before the committee of a place', '共青团南通市委与民建南通市委联合发文。', ['共青团南通市委', '民建南通市委']],
    ['bureaus opened by a place', '崇川区自然资源和规划局、南通市住房和城乡建设局负责落实。', ['崇川区自然资源和规划局', '南通市住房和城乡建设局']],
    ['central bodies without a place', '国家发展改革委、科技部和国务院办公厅印发通知。', ['国家发展改革委', '科技部', '国务院办公厅']],
    ['a section under a known body', '工业和信息化部原材料工业司钢铁处负责解释。', ['工业和信息化部原材料工业司钢铁处']],
    ['administrations of zones', '南通经济技术开发区管委会副主任陪同。', ['南通经济技术开发区管委会']],
    ['schools and institutes opened by a place', '南通大学和江苏省农业科学院派出专家。', ['南通大学', '江苏省农业科学院']],
    ['departments of a level alone', '省经信委会同市妇联、县工商联调研。', ['省经信委', '市妇联', '县工商联']],
    ['associations with 和 inside', '江苏省石油和化学工业协会发布报告。', ['江苏省石油和化学工业协会']],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text, 'ORGANIZATION')).toEqual(expected)
  })

  test.each([
    ['bare seats', '市委、市政府高度重视，省政府印发通知。'],
    ['verbs that end like an office', '活动由南通市举办，如东县承办。'],
    ['a post that ends like a bureau', '张远帆任局长，李云舟任处长。'],
    ['layouts and situations', '优化南通产业布局，稳定社会大局。'],
    ['a motto in quotation marks', '他们按照“急事急办、难事会办”原则处理。'],
    ['a promise in quotation marks', '请勿轻信“交钱就可读名牌学校”的谣言。'],
    ['parts of a place', '南通局地有雷雨，江苏局部有大风。'],
    ['a department in general', '生态环境部门加强监管。'],
  ])('%s name no body', (_, text) => {
    expect(namesIn(text, 'ORGANIZATION')).toEqual([])
  })

  test.each([
    ['南通市委组织部印发通知。', '南通市委组织部', 'party'],
    ['南通市财政局印发通知。', '南通市财政局', 'government'],
    ['南通大学印发通知。', '南通大学', 'academic'],
    ['南通市总商会印发通知。', '南通市总商会', 'association'],
    ['南通市人民医院印发通知。', '南通市人民医院', 'other'],
  ])('%s has %s of subkind %s', (text, name, subkind) => {
    expect(acceptedIn(text)).toContainEqual(expect.objectContaining({ text: name, kind: 'ORGANIZATION', subkind }))
  })
})
