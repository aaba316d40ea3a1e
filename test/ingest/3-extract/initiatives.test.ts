import { acceptedIn, namesIn } from './rules-alone.js'

describe('events', () => {
  test.each([
    ['a fair with its edition and year', '2023第五届南通云锦博览会在南通开幕。', ['2023第五届南通云锦博览会']],
    ['hosts in front of a ceremony', '8月11日，南通市人民政府、江苏云岭集团有限公司战略合作签约仪式举行。', ['南通市人民政府、江苏云岭集团有限公司战略合作签约仪式']],
    ['what is held starts after the verb', '如东县举办海岸生态保护论坛。', ['海岸生态保护论坛']],
    ['a quoted event whole', '“潮起如东——2023年其他滨海文旅产品推介会”在南通举行。', ['潮起如东——2023年其他滨海文旅产品推介会']],
    ['plenums and congresses', '党的二十大和二十届三中全会作出部署。', ['党的二十大', '二十届三中全会']],
    ['numbered sessions with their body', '南通市第十六届人民代表大会常务委员会第四次会议召开。', ['南通市第十六届人民代表大会常务委员会第四次会议']],
    ['forums in a list', '包括煤炭清洁利用高峰论坛、海洋碳汇研讨会。', ['煤炭清洁利用高峰论坛', '海洋碳汇研讨会']],
    ['an event behind another one', '包含如东县云锦晚会及如东县海岸景区推广活动。', ['如东县云锦晚会', '如东县海岸景区推广活动']],
    ['an event with two names', '9月1日，南通市沿海项目推介会暨云锦产业联盟、沿海港口合作签约仪式举行。', ['南通市沿海项目推介会暨云锦产业联盟、沿海港口合作签约仪式']],
    ['sessions of a numbered congress', '如东县十六届人大二次会议闭幕。', ['如东县十六届人大二次会议']],
    ['the season or half-year within a name', '如东县召开上半年海洋经济运行分析会，举办青岚暑期读书会。', ['上半年海洋经济运行分析会', '青岚暑期读书会']],
    ['the one of its kind', '设有1场国际绿色低碳技术展、9场分论坛。', ['国际绿色低碳技术展']],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text, 'INITIATIVE', 'EVENT')).toEqual(expected)
  })

  test.each(['会议强调，座谈会上双方签约。', '签约仪式上，双方举行座谈会。', '举行了战略合作协议签约仪式。', '集团举办了5大项活动，召开20余次会议。'])('%s names no event', (text) => {
    expect(namesIn(text, 'INITIATIVE', 'EVENT')).toEqual([])
  })
})

describe('other initiatives', () => {
  test.each([
    ['ZONE', 'a zone opened by its place', '南通经济技术开发区、如东县洋口港产业园签约。', ['南通经济技术开发区', '如东县洋口港产业园']],
    ['ZONE', 'a zone after a verb', '加快建设南通高新区。', ['南通高新区']],
    ['PROGRAM', 'quotes with the noun behind', '深入开展“百企联百村”行动。', ['“百企联百村”行动']],
    ['PROGRAM', 'quotes after a verb of carrying out', '持续推进“智造强链”，提升水平。', ['“智造强链”']],
    ['STRATEGY', 'counted efforts in quotes', '实施“四大战略”，打造“三个高地”。', ['“四大战略”', '“三个高地”']],
    ['STRATEGY', 'national strategies', '落实长三角一体化发展国家战略，推进乡村振兴。', ['长三角一体化发展国家战略', '乡村振兴']],
    ['POLICY', 'documents in title marks', '印发《南通市海洋经济促进条例》和《关于支持民营经济的若干措施》。', ['《南通市海洋经济促进条例》', '《关于支持民营经济的若干措施》']],
    ['POLICY', 'reports and measures of a whole field', '发布《江海渔业发展报告2023》和《海湾生态评价指标体系》。', ['《江海渔业发展报告2023》', '《海湾生态评价指标体系》']],
    ['PROJECT', 'one build of a numbered row', '“云澜一号”与“云澜二号”并网发电。', ['“云澜一号”', '“云澜二号”']],
    ['POLICY', 'a plan without title marks', '按照国家“十四五”规划推进。', ['国家“十四五”规划']],
    ['DESIGNATION', 'statuses by level', '公司获评国家级绿色工厂、省级示范基地。', ['国家级绿色工厂', '省级示范基地']],
    ['DESIGNATION', 'statuses that are counted', '合作社69家，国家级示范社2家，省级示范社10家。', ['国家级示范社', '省级示范社']],
    ['DESIGNATION', 'little giants', '星澜光电入选专精特新“小巨人”企业。', ['专精特新“小巨人”企业']],
    ['DESIGNATION', 'what is granted', '云岭村获评江海最美渔村示范村，星澜光电荣获海湾质量奖。', ['江海最美渔村示范村', '海湾质量奖']],
    ['STRATEGY', 'what a place is to be in the country', '南通将打造全国海洋科技创新中心。', ['全国海洋科技创新中心']],
    ['PROJECT', 'members of a list that says it holds projects', '建成云岭电厂、澜川风电场、青岚数据中心等一批重点项目。', ['云岭电厂', '澜川风电场', '青岚数据中心']],
    ['PROJECT', 'members of a list that counts projects', '各地牵头的沿海材料质量提升、汽车零部件质量提升等7个项目入选。', ['沿海材料质量提升', '汽车零部件质量提升']],
    ['PROJECT', 'a project by what it undergoes', '云澜技术站改造更新项目建设情况良好。', ['云澜技术站改造更新项目']],
    ['PROGRAM', 'what is carried out', '大力实施基础设施提升工程，积极开展服务功能完善行动。', ['基础设施提升工程', '服务功能完善行动']],
    ['PROGRAM', 'programmes whole in quotes', '接续实施海湾保护“双十工程”“双十行动”。', ['“双十工程”', '“双十行动”']],
    ['STRATEGY', 'counted topics', '紧紧围绕“五个中心”建设。', ['“五个中心”']],
    ['PROJECT', 'a project told by its output', '如东县年产2GW双玻光伏组件、智能制造生产项目开工。', ['如东县年产2GW双玻光伏组件、智能制造生产项目']],
    ['PROJECT', 'a project opened by its firm', '江苏云岭集团有限公司海上风电装备产业园项目开工。', ['江苏云岭集团有限公司海上风电装备产业园项目']],
  ])('%s: %s', (subkind, _, text, expected) => {
    expect(namesIn(text, 'INITIATIVE', subkind)).toEqual(expected)
  })

  test.each([
    ['slogans and themes', '推动高质量发展，发展新质生产力，优化营商环境，延伸产业链。'],
    ['figures of speech in quotes', '当好“店小二”，打造创新“桥头堡”，提供“保姆式”服务。'],
    ['slogans in quotes', '打造“无差别、无障碍、无顾虑”的环境，刷新“进度条”，由“人防”向“技防”转变。'],
    ['ranks among projects and verbs before bare zones', '作为南通市2023年一季度重点项目，保障产业园落地，成为重大项目集聚地。'],
    ['themes, brands and stock figures', '围绕“低碳循环”主题，开展“回头看”，打造“江海”品牌，完善“党委主导、政府统筹、审计跟踪”的做法。'],
    ['plans that are no programmes', '资金净额比原计划多，制定了管理计划。'],
    ['songs, films and papers', '大家齐唱《海岸之歌》，观看影片《潮汐来信》。'],
    ['reports on one firm, matter or year', '公司披露《2022年年度报告》，县里公布《“3·5”火灾事故调查报告》。'],
    ['activities told by the season alone', '暑期活动、暑假活动丰富多彩。'],
    ['contracts without a subject', '双方签署《战略合作框架协议》。'],
    ['projects counted, not named', '签约重点项目31个，推进41个产业项目。'],
    ['zones in general', '各地产业园区、工业园区加快建设。'],
  ])('%s are none', (_, text) => {
    expect(namesIn(text, 'INITIATIVE')).toEqual([])
  })

  test('names inside a title are no mentions', () => {
    expect(acceptedIn('他宣读了论文《江苏省沿海开发对南通市的影响》。')).toEqual([])
  })
})
