/**
 * The words of questions and what each one asks for. A word may carry several tags; longer words win over shorter ones. Chinese words
 * are parted by blanks, English phrases by commas. Adding a synonym is an edit here.
 */

/** What a word of a question says. */
export type Tag =
  | 'WHO' | 'WHICH' | 'WHERE' | 'WHEN' | 'HOW' | 'COUNT' | 'YESNO'
  | 'FIRM' | 'PERSON' | 'ORG' | 'REGION' | 'INITIATIVE' | 'ZONE' | 'EVENT' | 'STATUS' | 'POST' | 'ARTICLE'
  | 'VISIT' | 'ATTEND' | 'PROMOTE' | 'BUILD' | 'JOIN' | 'TAKE_PART' | 'GET' | 'COLLAB' | 'INVEST' | 'LOCATE' | 'SETTLE' | 'PART' | 'HOLD' | 'LEAD' | 'HOST'
  | 'LINK' | 'TIMELINE' | 'TREND' | 'YEARLY' | 'NEAR' | 'PROFILE' | 'RECENT' | 'STATS'
  | 'DENY' | 'BE' | 'HAVE' | 'IN' | 'BY' | 'WITH' | 'EVIDENCE' | 'OBJECT_ASKED' | 'SUBJECT_ASKED' | 'SOFT'

interface WordRow {
  readonly tags: readonly Tag[]
  readonly zh?: string
  readonly en?: string
}

/** OBJECT_ASKED: what is asked for is the object, so the name given is the subject; SUBJECT_ASKED the other way. */
export const WORDS: readonly WordRow[] = [
  // Who, which, where, when.
  { tags: ['WHO'], zh: '谁 哪位 什么人 哪个人 何人 有谁 都有谁', en: 'who, whom, whose, which person, by whom, anyone, anybody, everyone who, everybody who' },
  { tags: ['WHICH'], zh: '哪些 哪几 哪个 哪家 哪几家 哪几个 哪一些 什么 啥 何种 哪类 哪 列出 列举 名单 哪几场 哪场 哪次 哪几次 哪项 哪几项 哪种 些什么 有啥 甚么 几场什么', en: 'which, what, list, name all, show all, show me all, any, all the, all' },
  { tags: ['WHERE'], zh: '哪里 哪儿 何处 在哪 在哪里 在哪儿 什么地方 哪个地方 哪座城市 地址 位置', en: 'where, what place, whereabouts, in which city, in which region, in which place' },
  { tags: ['WHEN'], zh: '何时 什么时候 哪天 哪一天 哪年 哪一年 几时 啥时候 什么时间 哪个月 几月 几号', en: 'when, on which day, what day, what date, since when, on what date' },
  { tags: ['HOW'], zh: '如何 怎么 怎样 怎么样 通过什么 经由什么 经由 怎的 咋', en: 'how, in what way, by what path, through what, via what' },
  { tags: ['COUNT'], zh: '多少 多少家 多少个 多少次 几家 几个 几次 几篇 多少篇 数量 几位 多少位 有多少', en: 'how many, how much, number of, count' },
  { tags: ['YESNO'], zh: '吗 么 嘛 是否 有没有 是不是 有无 可曾 能否 会不会 真的 属实 是真的 对吗 对不对 是吗 没有 没 了没 了没有', en: 'did, does, do, has, have, had, is, are, was, were, whether, if, is it true that, is it true, can, true' },
  // Kinds of things.
  { tags: ['FIRM'], zh: '企业 公司 厂商 厂家 商家 厂 家企业 家公司 科技企业 工商企业 企业家数 民企 国企', en: 'firm, firms, company, companies, enterprise, enterprises, business, businesses, corporations, manufacturers' },
  { tags: ['PERSON'], zh: '人 官员 人物 干部 人士 领导们 负责同志 与会者 嘉宾 专家 人员', en: 'official, officials, person, people, persons, leader, leaders, politicians, cadres, guests, individuals' },
  { tags: ['WHICH', 'PERSON'], zh: '哪些领导 哪位领导 什么领导 哪几位领导' },
  { tags: ['ORG'], zh: '机构 单位 部门 高校 大学 组织 院校 机关 协会', en: 'organization, organizations, organisation, organisations, body, bodies, institution, institutions, agencies, agency, departments, universities, university, organs' },
  { tags: ['REGION'], zh: '地区 地方 城市 市县 区县 县市 区域 省份 县区 区', en: 'region, regions, city, cities, place, places, county, counties, province, provinces, areas, district, districts' },
  { tags: ['INITIATIVE'], zh: '举措 政策 政策举措 计划 行动 项目 战略 规划 倡议 工程 文件', en: 'initiative, initiatives, policy, policies, plan, plans, programme, programmes, program, programs, project, projects, strategy, strategies, schemes' },
  { tags: ['ZONE'], zh: '园区 开发区 片区 产业园 示范区 协作区 高新区 产业园区 园', en: 'zone, zones, park, parks, industrial park, industrial parks, development zones' },
  { tags: ['EVENT'], zh: '会议 活动 会 展会 大会 论坛 仪式 博览会 年会 盛会 场合', en: 'event, events, meeting, meetings, conference, conferences, forum, forums, ceremony, ceremonies, expo, fairs' },
  { tags: ['STATUS'], zh: '称号 资质 荣誉 头衔 认定 名号 牌子 奖项', en: 'status, statuses, honour, honours, honor, honors, title, titles, designation, designations, award, awards, label, labels' },
  { tags: ['POST'], zh: '职务 职位 职 岗位 官职 要职 职业', en: 'post, posts, position, positions, job, jobs, office, offices, role, roles' },
  { tags: ['ARTICLE'], zh: '报道 文章 新闻报道 稿件 消息 报导 新闻 篇 稿子', en: 'article, articles, report, reports, stories, story, coverage, pieces, press' },
  // What one does to another.
  { tags: ['VISIT'], zh: '走访 考察 调研 视察 到访 访问 走进 来到 去 到了 参观 探访 察看 拜访 实地 去过 到过 来过 造访 慰问 前往 检查 巡视 踏访 走进 走访过 来访 跑 跑了 跑过 跑遍', en: 'visit, visited, visits, visiting, visit to, tour, toured, inspect, inspected, went to, go to, been to, gone to, came to, come to, call on, called on, dropped by, travelled to, traveled to, stopped by' },
  { tags: ['VISIT', 'SUBJECT_ASKED', 'WHO'], en: 'visitors, visitors of, visitor of' },
  { tags: ['ATTEND'], zh: '出席 列席 到会 与会 参会 亮相 现身 出现在 主持召开 致辞 参展', en: 'attend, attended, attends, attending, take the stage, spoke at, speak at, present at, was present at, appeared at, at the event' },
  { tags: ['ATTEND', 'SUBJECT_ASKED', 'WHO'], zh: '出席者 与会者 参会者 参加者', en: 'attendees, attendees of, attendee, speakers at' },
  { tags: ['TAKE_PART'], zh: '参加 参与 加入 投身 参与到 参与进', en: 'take part in, takes part in, took part in, taken part in, taking part in, take part, takes part, participate in, participates in, participated in, participating in, participate, participated, join, joined, joins, joining, involved as participant in' },
  { tags: ['TAKE_PART', 'SUBJECT_ASKED'], zh: '参与者 参与方 成员 成员单位 参与单位', en: 'participants, participants of, participants in, members, members of, participant' },
  { tags: ['PROMOTE'], zh: '推动 推进 倡导 牵头 发起 实施 支持 提出 力推 主推 促进 落实 出台 发布 制定 启动 号召 推行 推广 主抓 强调 要求 开展 部署 谋划 呼吁 提倡 倡议的 主导', en: 'promote, promotes, promoted, promoting, push, pushes, pushed, pushing, push for, pushed for, launch, launched, launches, issue, issued, issues, support, supports, supported, champion, champions, championed, call for, calls for, called for, advance, advances, advanced, back, backs, backed, initiate, initiated, behind, carry out, carries out, carried out, implement, implements, implemented, advocate, advocates, advocated, drive, drives, advocating' },
  { tags: ['PROMOTE', 'SUBJECT_ASKED'], zh: '推动者 发起者 发起人 推动方', en: 'promoters, promoters of, promoter, backers, backers of, initiators' },
  { tags: ['BUILD'], zh: '建设 共建 打造 建', en: 'build, builds, built, building, construct, constructs' },
  { tags: ['GET'], zh: '获得 获评 入选 被评为 被认定为 认定为 评为 拥有 取得 得到 拿到 荣获 获 持有 具有 得过 拿过 被授予 授予 当选为 获得过 属 成为 申报', en: 'hold, holds, held, win, won, wins, receive, received, receives, get, got, gets, awarded, given, designated, designated as, named as, recognised as, recognized as, obtained, earn, earned, have the status of, has the status of, labelled as, status of, certified as, certified' },
  { tags: ['GET', 'SUBJECT_ASKED'], zh: '获得者 获评者 持有者', en: 'holders, holders of, winners, winners of, recipients of, recipients, holder of' },
  { tags: ['COLLAB'], zh: '合作 签约 协作 联合 联手 携手 签署 签订 结盟 共同 搭档 联合培养', en: 'collaborate with, collaborates with, collaborated with, collaborate, collaborated, cooperate with, cooperates with, cooperated with, cooperate, cooperated, work with, works with, worked with, work together, sign with, signed with, signed an agreement with, signed, team up with, teamed up with, partnered with, partner with, partners with' },
  { tags: ['COLLAB'], zh: '合作伙伴 合作方 伙伴 合作单位 合作对象', en: 'partners, partners of, partner, partner of, collaborators, collaborators of' },
  { tags: ['INVEST'], zh: '投资 出资 注资 入股 参股 投钱 投', en: 'invest in, invests in, invested in, investing in, invest, invested, invests, fund, funds, funded, finance, financed, put money in, put money into, investment in, investments, investment, investment from, money from' },
  { tags: ['INVEST', 'SUBJECT_ASKED'], zh: '投资方 投资者 投资人 股东 出资人 出资方', en: 'investors, investors of, investors in, investor in, shareholders, shareholders of, backers with money' },
  { tags: ['LOCATE'], zh: '位于 坐落 坐落于 地处 设在 落在 开在 所在 所在地 总部 处于 座落', en: 'located in, located, location of, based in, based, situated in, situated, headquartered in, headquartered, lie in, lies in, sits in, location' },
  { tags: ['SETTLE'], zh: '落户 入驻 进驻 落地 迁入 安家', en: 'settle in, settled in, settles in, moved into, set up in, moved to' },
  { tags: ['PART'], zh: '隶属 隶属于 属于 归属 归属于 归', en: 'belong to, belongs to, belonged to, part of' },
  { tags: ['PART', 'OBJECT_ASKED'], zh: '母公司 上级 上级单位', en: 'parent of, parent company of, parent company' },
  { tags: ['PART', 'SUBJECT_ASKED'], zh: '下辖 下属 下设 子公司 分公司 管辖 辖 旗下 分支机构 所辖 辖区', en: 'subsidiary, subsidiaries, subsidiaries of, subsidiary of, branches of, parts of, units of, governs, owned by, comprise, comprises, own, owns' },
  { tags: ['HOLD'], zh: '担任 任职 任 就任 出任 现任 当 做 任过 历任 兼任 当过 担任过 任职于 供职 供职于 工作 上班 履历 任免 任职经历', en: 'serve as, serves as, served as, serve, serves, served, hold office, work at, works at, worked at, work for, works for, employed by, career of, career, appointed' },
  { tags: ['LEAD'], zh: '领导 负责 主政 管 执掌 掌管 主管 分管 领头 一把手 负责人 掌舵 当家 说了算 带领 执政 头儿 最高领导 主要领导 主要负责人 话事人 掌门人', en: 'head, heads, headed, lead, leads, led, run, runs, ran, in charge of, in charge, govern, governed, chief of, boss of, head of, leader of, manage, manages, managed, leadership of, heading, leading, running' },
  { tags: ['HOST'], zh: '主办 承办 举办 主持 协办 举行', en: 'host, hosts, hosted, organize, organise, organized, organised, organizes, organises, hold the event' },
  { tags: ['DENY'], zh: '否认 否定 辟谣 不承认 矢口否认', en: 'deny, denies, denied, denying, refute, refutes, refuted' },
  // What kind of answer.
  { tags: ['LINK'], zh: '有关 相关 关联 牵涉 牵涉到 牵扯 牵扯到 涉及到 涉及 联系 关系 相连 连接 挂钩 有关系 有关联 有联系 搭上 扯上 相关联 有什么关系 打交道 沾边 瓜葛 渊源 连起来 连在一起 交集 往来 之间 来往 有染', en: 'related to, related, linked to, linked with, linked, connected to, connected with, connected, involved in, involved with, involved, connection, connections, relationship, relationships, relation, relations, link, links, tie, ties, tied to, to do with, associated with, associated, concern, concerned with, connect, between, relate to, relate' },
  { tags: ['TIMELINE'], zh: '动态 动向 大事记 时间线 历程 发生了什么 发生什么 发生过什么 发生了哪些 发生 新闻动态 进展 近况 时间轴 经历 经过 来龙去脉 轨迹 行程 活动轨迹 做了什么 做过什么 干了什么 在忙什么 忙什么 事件 大事 有何新闻 什么新闻 哪些新闻 干了些什么 做了些什么 忙些什么 干嘛 开幕 消息', en: 'timeline, timeline of, what happened, what has happened, happened to, happened, happening, history, history of, news, news about, news of, updates, update, developments, chronology, chronology of, doing, been up to, up to, what is new with, what is new, progress of, progress, done, do lately, events around' },
  { tags: ['TREND'], zh: '每月 逐月 按月 月度 各月 每个月 走势 趋势 热度 曲线 报道量 关注度 升降 变化', en: 'per month, by month, monthly, each month, every month, trend, trends, over time, a month, month by month, popularity, trending' },
  { tags: ['TREND', 'YEARLY'], zh: '每年 逐年 按年 各年 年度 历年', en: 'per year, by year, yearly, each year, every year, annually, a year, year by year' },
  { tags: ['NEAR'], zh: '一起出现 同时出现 一起提到 一起被提到 一起被提及 一起提及 同文 共现 一同出现 常一起 经常一起 并提 相提并论 同时被提到 同时提到 一道出现 总是一起 同框 一块出现 一块儿出现 经常出现 关系最密切 最密切 共同出现 一同提及 同现 一起见报', en: 'mentioned together with, mentioned together, mentioned with, mentioned alongside, appear with, appears with, appear together with, appear together, appears together with, co-occur with, co-occurs with, cooccur with, co-mentioned with, named together with, named with, often together with, alongside, neighbours of, neighbors of, neighbours, neighbors, named alongside, occur with, occurs with, seen together with, crop up with, mentioned in the same articles as, together with' },
  { tags: ['PROFILE'], zh: '介绍 介绍一下 资料 简介 信息 背景 情况 概况 底细 说说 讲讲 谈谈 关于 说了什么 怎么说', en: 'tell me about, about, profile of, profile, describe, description of, information on, information about, introduce, background of, facts about, facts on, say about, known about, know about' },
  { tags: ['RECENT'], zh: '最近 近期 最新 近来 这阵子 近日 眼下 这段时间 最近几天 近段时间 新近', en: 'recent, recently, latest, lately, newest, most recent, these days, of late' },
  { tags: ['STATS'], zh: '图里 图中 图谱 图谱里 图谱中 规模 收录 数据库 库里 知识图谱', en: 'the graph, graph, database, knowledge graph, in the graph, in the database, does the graph hold' },
  { tags: ['EVIDENCE'], zh: '证据 出处 凭什么说 哪篇文章说 文章说 文章里说 原文 依据 有没有文章说 有文章说 有没有报道说 是否有文章说 查证 核实 核查 哪句话', en: 'evidence that, evidence for, evidence, any article say that, any article say, any article says, article say that, articles say that, articles say, say that, says that, proof that, proof, verify that, verify, check that, check whether' },
  // Small words that give order.
  { tags: ['BE'], zh: '是 为 即 作为', en: 'be, been, being, as' },
  { tags: ['HAVE'], zh: '有 拥有着 存在 包括 包含 里有 内有 有着', en: 'there, exist, exists, contain, contains, include, includes, there are, are there, is there' },
  { tags: ['IN'], zh: '在 境内 里面 内部 当地', en: 'in, inside, at, within' },
  { tags: ['BY'], zh: '被 由 受 受到 让', en: 'by' },
  { tags: ['WITH'], zh: '和 与 跟 同 及 以及 、 对 或 还是 并且 同着 和哪些 以 于', en: 'and, with, to, &, or, from, for, on, against, versus, vs' },
  // Words that ask for nothing: particles, counters, frames of politeness.
  {
    tags: ['SOFT'],
    zh: '的 了 呢 啊 吧 呀 啦 哦 过 都 曾 曾经 已 已经 也 就 还 又 可 地 得 着 其 之 那 这 那些 这些 该 此 所 家 个 位 篇次 场 次 项 名 条 里 中 内 上 下 时 当中 目前 现在 当前 如今 现时 至今 一共 总共 共 总 全部 所有 各 每 分别 到底 究竟 请问 请 我想知道 想知道 我想了解 我想 想 了解 想问 我想问 想问一下 问一下 帮我 帮忙 帮我查 帮我查一下 查一下 查 查查 查询 告诉我 告诉 说一下 给我 看看 看一下 能不能 可以 能 您 你 我 我们 咱们 麻烦 劳驾 一下 下 知道 知不知道 你知道 哪些是 主要 具体 比较 一些 些 曾有 其中 以下 以来 期间 方面 情形 进行 给 把 从 起 止 到 当时 时任 那时 哪些的 谢谢 急 经常 常 常常 往往 一起 一同 一道 彼此 相互 互相 双方 两者 二者 它们 他们 她们 他 她 它 别的 其他 其它 另外 出现 提到 提及 被提到 被提及 提 存 市里 数据 显示 看 觉得 认为 觉着 找 找找 找一下 找出 搜 搜一下 搜索 哪边 请教 请教一下 有劳 问问 问 那么 然后 而 但 究 过的 里的 一 两 三 亲自 亲 直接 间接 到底是 正 正在 在职 历史上 最 事 事情 东西 实体 内容 多 少 大 小 次数 会儿 去的 什么样 样 种 准备 打算 人名 名字 名称 叫 叫什么 存不存在',
    en: 'the, a, an, of, everything, anything, whole, please, could you tell me, can you tell me, could you, would you, tell me, i want to know, i would like to know, i\'d like to know, i wonder, do you know, let me know, show me, show, give me, find, find out, find me, look up, help me find, help me, me, us, you, your, i, we, it, its, they, them, he, she, his, her, their, that, this, these, those, one, ones, now, currently, current, so far, ever, already, also, just, been able, in total, total, together, both, each other, one another, other, else, thanks, thank you, hello, hi, hey, kind of, sort of, some, most, often, frequently, usually, there been, \'s, s, up, out, which of, that have, who have, that has, who has, which have, which has, will, would, should, more, mainly, exactly, actually, really, please tell me, kindly, can i, mentioned, mention, appear, named, name, names, called, tend to, same, different, two, three, make, made, way, during, while, when they, want, know, like, need, has been, have been, had been, gone, stuff, things, thing, entities, entity, over, then, not, at the time, ever been',
  },
]

/** A post as questions name it, and as articles write it. Longest first wins; 副 and 常务副 may stand before. */
export const TITLES: readonly (readonly [en: string, zh: string])[] = [
  ['deputy mayor', '副市长'], ['vice mayor', '副市长'], ['mayor', '市长'], ['deputy party secretary', '副书记'], ['party secretary', '书记'], ['party chief', '书记'], ['party boss', '书记'], ['secretary', '书记'], ['governor', '省长'],
  ['county magistrate', '县长'], ['county head', '县长'], ['district head', '区长'], ['township head', '镇长'], ['deputy director', '副局长'], ['director', '局长'], ['chairman', '董事长'], ['chairwoman', '董事长'],
  ['chairperson', '董事长'], ['chair', '董事长'], ['deputy general manager', '副总经理'], ['general manager', '总经理'], ['ceo', '首席执行官'], ['president', '校长'], ['vice president', '副校长'], ['minister', '部长'], ['dean', '院长'],
]

/** Posts by which Chinese questions ask. */
export const ZH_TITLES = '市委书记 县委书记 区委书记 省委书记 党委书记 党组书记 书记 市长 县长 区长 省长 州长 镇长 乡长 主席 局长 厅长 部长 司长 处长 主任 校长 院长 会长 理事长 秘书长 董事长 总经理 总裁 行长 社长 所长 站长 厂长 首席执行官 总工程师 总监 董事 教授 院士 委员长 总理'
