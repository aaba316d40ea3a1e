import { namesIn } from './rules-alone.js'

describe('companies', () => {
  test.each([
    ['legal forms with the place in front', '南通星澜精密机械有限公司与江苏云岭新材料股份有限公司签约。', ['南通星澜精密机械有限公司', '江苏云岭新材料股份有限公司']],
    ['a place in brackets inside the name', '星澜（南通）智能科技有限公司落户。', ['星澜（南通）智能科技有限公司']],
    ['a branch with its parent and place', '江苏云岭集团有限公司南通分公司揭牌。', ['江苏云岭集团有限公司南通分公司']],
    ['a firm after a preposition', '记者从南通星澜精密机械有限公司获悉。', ['南通星澜精密机械有限公司']],
    ['a trade name before the head of a firm', '包河区政协委员刘甜，云岭农道常务副总经理胡先洋参加。', ['云岭农道']],
    ['members of a list that counts firms and praises them', '引进入驻云电、海辰重科、星澜光电等7家全国领先的磁材企业。', ['云电', '海辰重科', '星澜光电']],
    ['a short first member behind a mark', '目前，未来生态、海辰重科等10家企业入驻。', ['未来生态', '海辰重科']],
    ['a firm without what another is to it', '股东南通星澜精密机械有限公司持股。', ['南通星澜精密机械有限公司']],
    ['a word that is a firm where it acts like one', '苹果公司和小米集团回应。', ['苹果公司', '小米集团']],
    ['a firm that everybody knows, without a legal form', '中国石化与云岭市签约。', ['中国石化']],
    ['firms that are joined and counted', '云岭奶业引进上海明川和北京辰络两家投资人。', ['上海明川', '北京辰络']],
    ['a firm by its code on an exchange', '当天，星澜纸业（600966.SH）、云岭重能(02314)走低。', ['星澜纸业', '云岭重能']],
    ['a shop by more than its place', '南通云岭超市、南通云光量贩店开业。', ['南通云岭超市', '南通云光量贩店']],
    ['the credit unions of a province', '云南省农村信用社联合社发布公告。', ['云南省农村信用社联合社']],
    ['members of a list that is told to be of firms', '江苏云岭集团有限公司、星澜光电、海辰重科等10家企业参加。', ['江苏云岭集团有限公司', '星澜光电', '海辰重科']],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text, 'COMPANY')).toEqual(expected)
  })

  test.each([
    ['firms of a country in general', '一家法国自动驾驶公司落户。'],
    ['firms that a court names by a letter', '法院判决K公司付款。'],
    ['a trade in general', '推动国际物流发展。'],
    ['trades that a list names', '沙发、软装饰品、户外家具等参展企业到场。'],
    ['fruit', '苹果丰收，农民高兴。'],
    ['kinds of firms', '全球最大的煤炭生产公司、风力发电公司落户。'],
    ['a firm without a name', '上述公司表示，集团公司将加大投入。'],
    ['trades that stand for kinds of firms', '集聚全省最大的钢铁、造纸、水泥、重型卡车等行业企业。'],
    ['trades that produce', '集聚全省最大的钢铁、造纸、重型卡车等生产企业。'],
    ['heads of firms that are not named', '公司董事长李明、该企业总经理张强致辞。'],
    ['a count that does not fit the list', '惠及云岭和星澜等市的企业只有五家企业。'],
    ['things of a count, a plate and a carrier', '闯红灯车牌号豫ERQ259，云岭机场停航。'],
    ['a shop by its place alone', '南通超市开业。'],
    ['a firm whose name is kept back', '四川某发电公司起诉北京某环保公司。'],
    ['a bank by what it is to somebody', '买方受托银行与卖方贷款银行同意。'],
    ['a place and a trade', '推动江苏能源、南通农业发展。'],
  ])('%s name none', (_, text) => {
    expect(namesIn(text, 'COMPANY')).toEqual([])
  })
})
