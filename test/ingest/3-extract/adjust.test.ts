import { adjusted } from '../../../ingest/3-extract/adjust.js'
import { candidate, viewOfText } from './rules-alone.js'

const set = (text: string, name: string, kind: Parameters<typeof candidate>[2]): string | undefined => adjusted(viewOfText(text), candidate(text, name, kind))?.text

describe('adjusted', () => {
  test.each([
    ['closes a bracket', '南通市工商联（总商会）主席', '南通市工商联（总商会', 'ORGANIZATION', '南通市工商联（总商会）'],
    ['drops a lone opening quote', '成立“星澜研究院南通中心', '“星澜研究院南通中心', 'ORGANIZATION', '星澜研究院南通中心'],
    ['drops a preposition in front', '记者从星澜光电科技有限公司获悉', '从星澜光电科技有限公司', 'COMPANY', '星澜光电科技有限公司'],
    ['keeps a name that starts like a preposition', '自贸区建设加快', '自贸区建设', 'INITIATIVE', '自贸区建设'],
    ['gives the inner committee to the title', '南通大学党委副书记', '南通大学党委', 'ORGANIZATION', '南通大学'],
    ['keeps the committee of a place', '桃园镇党委副书记', '桃园镇党委', 'ORGANIZATION', '桃园镇党委'],
    ['cuts a list off a firm', '云岭、星澜泰克等食品展商参展', '星澜泰克等食品', 'COMPANY', '星澜泰克'],
    ['cuts a doubled legal form off', '云岭天工集团有限公司公司发布', '云岭天工集团有限公司公司', 'COMPANY', '云岭天工集团有限公司'],
    ['takes the level of a body in', '但省社科院副院长提醒', '社科院', 'ORGANIZATION', '省社科院'],
    ['takes the whole word of an office', '云岭市文旅局港澳台办公室二级巡视员', '云岭市文旅局港澳台办', 'ORGANIZATION', '云岭市文旅局港澳台办公室'],
    ['drops whose firm it is', '云岭集团旗下子公司星澜置地股份有限公司上市', '云岭集团旗下子公司星澜置地股份有限公司', 'COMPANY', '星澜置地股份有限公司'],
    ['drops the partner that founds it', '云岭生化药业共同组建星澜医药有限公司', '云岭生化药业共同组建星澜医药有限公司', 'COMPANY', '星澜医药有限公司'],
    ['starts behind a bracket that does not close', '企业（云岭股份有限公司，76件）', '企业（云岭股份有限公司', 'COMPANY', '云岭股份有限公司'],
    ['cuts a stock code off', '云岭纸业（600966.SH）公告', '云岭纸业（600966.SH）', 'COMPANY', '云岭纸业'],
    ['cuts a product behind a space off', '星澜 A7C II 相机发布', '星澜 A7C II', 'COMPANY', '星澜'],
    ['cuts a team of a firm off', '国网云岭供电公司带电作业班班长', '国网云岭供电公司带电作业班', 'COMPANY', '国网云岭供电公司'],
    ['cuts a note of the short name off', '同意星澜股份有限公司（下称星澜）控股', '同意星澜股份有限公司（下称星澜）', 'COMPANY', '星澜股份有限公司'],
    ['cuts off what belongs to a firm', '云岭集团子公司出售股份', '云岭集团子公司', 'COMPANY', '云岭集团'],
    ['cuts a site off', '星澜官网发布声明', '星澜官网', 'COMPANY', '星澜'],
    ['cuts a product in Latin letters off', '星澜光能X-TOP组件下线', '星澜光能X-TOP', 'COMPANY', '星澜光能'],
    ['takes the platform of a firm in', '星澜、云岭拍卖平台列席', '云岭', 'COMPANY', '云岭拍卖平台'],
    ['gives the level of a place back to it', '商会秘书长、南通市精科计算机有限公司董事长', '市精科计算机有限公司', 'COMPANY', '南通市精科计算机有限公司'],
    ['takes in what a mark leaves in front of a legal form', '新选择。星能云岭（南通）有限公司落户', '云岭（南通）有限公司', 'COMPANY', '星能云岭（南通）有限公司'],
    ['takes what its quotes hold', '给“历久星网媒体股份有限公司”协助', '媒体股份有限公司', 'COMPANY', '历久星网媒体股份有限公司'],
    ['cuts an aside off', '供图（下同）云岭街道文体中心建设项目', '（下同）云岭街道文体中心建设项目', 'INITIATIVE', '云岭街道文体中心建设项目'],
    ['leaves a word in front of a legal form', '获悉，走访云岭科技有限公司', '云岭科技有限公司', 'COMPANY', '云岭科技有限公司'],
    ['cuts off what a body builds with others', '与南通大学共建传感器联合实验室', '南通大学共建传感器联合实验室', 'ORGANIZATION', '南通大学'],
    ['gives an adverb back', '周远帆原任云岭公司副总经理', '周远帆原', 'PERSON', '周远帆'],
    ['gives a title back', '周远帆董事长说', '周远帆董事长', 'PERSON', '周远帆'],
  ] as const)('%s', (_, text, name, kind, expected) => {
    expect(set(text, name, kind)).toBe(expected)
  })

  test.each([
    ['公司发展快', '公司', 'COMPANY'],
    ['煤炭生产公司众多', '煤炭生产公司', 'COMPANY'],
    ['推动江苏能源发展', '江苏能源', 'COMPANY'],
    ['侨企到南通新区投资合作', '南通新区投资', 'COMPANY'],
    ['储能、智慧能源系统', '智慧能源', 'COMPANY'],
    ['中吉乌双循环班列', '中吉乌', 'COMPANY'],
    ['铜、铅锌、钒钛等矿产', '钒钛', 'COMPANY'],
    ['云岭集团滨海大厦项目', '云岭集团滨海大厦', 'COMPANY'],
    ['采用TOPCon工艺', 'TOPCon', 'COMPANY'],
    ['省委省政府部署', '省委省政府', 'ORGANIZATION'],
    ['示范区建设', '示范区', 'INITIATIVE'],
    ['与云岭石化进行采购签约仪式', '云岭石化进行采购签约仪式', 'INITIATIVE'],
    ['市委常委、宣传部长周远', '宣传部', 'ORGANIZATION'],
    ['镇里的村委会主任', '村委会', 'ORGANIZATION'],
    ['谱写中国式现代化', '中国', 'REGION'],
    ['参加男子200米蛙泳决赛', '男子200米蛙泳决赛', 'INITIATIVE'],
    ['召开第三次临时股东大会', '临时股东大会', 'INITIATIVE'],
    ['待上述项目投产', '上述项目', 'INITIATIVE'],
    ['云岭集团董事会主席致辞', '云岭集团董事会', 'ORGANIZATION'],
  ] as const)('%s: %s is no %s', (text, name, kind) => {
    expect(set(text, name, kind)).toBeUndefined()
  })

  test('a group of the state is a firm though its words are general', () => {
    expect(set('会见国家储运集团董事长', '国家储运集团', 'COMPANY')).toBe('国家储运集团')
  })

  test.each([
    ['云岭农产品交易中心董事长林岚到场', '云岭农产品交易中心', 'COMPANY'],
    ['云岭世贸中心董事长林岚到场', '云岭世贸中心', 'ORGANIZATION'],
    ['云岭日报社总经理林岚到场', '云岭日报社', 'ORGANIZATION'],
    ['原云岭省农村信用社联合社星澜办事处主任', '云岭省农村信用社联合社星澜办事处', 'COMPANY'],
  ] as const)('%s: %s is a %s', (text, name, kind) => {
    expect(adjusted(viewOfText(text), candidate(text, name, 'ORGANIZATION'))?.kind).toBe(kind)
  })

  test('a body with the legal form of a firm is one', () => {
    const text = '云岭硝子株式会社投资'
    expect(adjusted(viewOfText(text), candidate(text, '云岭硝子株式会社', 'ORGANIZATION'))?.kind).toBe('COMPANY')
  })
})
