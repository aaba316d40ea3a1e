/** Words of travel, as data. */
export const GO = /先后来到|(?<![年以本未原从历将后])来(?=[^，。；到]{1,12}(?:开展|考察|调研|走访|视察|指导|慰问|访问|督导|座谈|洽谈|参加|出席))|来到|赶到|赶往|走进|走入|登门(?:走访|看望|拜访)?慰问|登门(?:走访|看望|拜访)|走访调研|走访慰问|走访|赴|前往|奔赴|赶赴|调研慰问|调研|考察调研|考察|视察|参观考察|参观指导|参观|慰问|督查|督导|检查指导|检查|深入到?|抵达|到达|到访|造访|出访|访问|亲临|拜访|回访|暗访|夜访|督办|踏勘|专题调研|下沉|实地察看|实地查看|察看|查看|探访|莅临|瞻仰|看望慰问|看望|到(?=[^，。；]{2,40}(?:调研|考察|走访|慰问|检查|参观|洽谈|开展|督导|指导|座谈|学习|看望|作报告|宣讲|授课|对接|考察))|专程到|抵(?=[^，。；达]{1,4})|率[^，。；]{0,20}?访(?!谈)/g
/** A cue within a noun, or told of an inspection's lessons rather than of the trip. */
export const NO_TRIP = /^(?:(?:考察|调研|走访|慰问|访问|参观|检查|视察)(?:结束|期间|时|后|中)|调研员|调研组|调研团|考察团|考察组|访问学者|调研报告|检查组|督查组|督导组|慰问组|慰问品|慰问金|慰问活动|视察[^，。]{0,12}(?:重要讲话|重要指示)|考察[^，。]{0,12}(?:重要讲话|重要指示)|深入(?:贯彻|学习|推进|实施|开展|落实|挖掘|打造|了解|交流|探讨|人心|研究|践行|推动|对接|打好|融合)|赴约|检查站|走进(?=[^，。]{0,6}(?:生活|心)))/
/** 在P考察, 在P会见. */
export const IN_PLACE = /^[^，。；]{0,14}(?:进行|开展|作|做)?(?:实地)?(?:考察|调研|视察|走访|慰问|检查|宣讲|访问|参观|宣讲报告|专题调研|集中采访|(?:爱心|公益)?捐赠活动|志愿服务|义诊)/
/** Groups that travel: what they do, their leader does. */
export const PARTY = /(?:一行|代表团|调研组|考察团|采访团|帮扶团|慰问团|宣讲团|专家组|检查组|督导组|慰问组|团队|考察组|经贸团|采购团|访问团)/
/** Words for a group that stand right before a verb as its subject. */
export const PARTY_ACTS = /(?:一行|代表团|[^集]团|调研组|考察组|专家组|检查组|督导组|督查组|慰问组|工作组|小分队|工作队|团队|专家们|领导们)[^，。；、]{0,8}$/
/** After people: they lead a group, or stand for one. */
export const LEADS = /^(?:同志|等)*(?:一行|[^，。；]{0,10}(?:带队|率队|率领|带领|率|携|领衔|任团长)的?[^，。；]{0,40}(?:团|组|队|一行))/
/** What a traveller does at a stop. */
export const AT_STOP = /详细|仔细|认真|了解|听取|察看|查看|询问|参观|观看|勉励|登高|关切|慰问|调研|考察|交流|强调|指出|说[，：]|表示|走进|观摩|座谈|叮嘱|品尝|体验/
/** Along on the trip. */
export const ALONG = /一同|陪同|一起|参加(?:了)?(?:此次|本次|上述|相关|有关)?(?:调研|慰问|走访|考察|活动|采访|检查|督导|视察|相关活动|采访调研)|参加(?=[。；]|$)/g
/** Receiving a guest: the guest came. */
export const RECEIVE = /会见(?:了)?|会晤(?:了)?|欢迎|与|对/g
/** Before a cue: taking part in somebody's tour, or a noun. */
export const NOT_GOING = /(?:参加|参与|采访|集中|专题|接受|配合|陪同|深入学习|学习)$/
/** Bodies that travel and are not places. */
export const GROUP_NAME = /(?:(?<!集)团|(?<![班\d一二三四五六七八九十])组|一行|小分队|工作队)$/
/** 学习贯彻习近平总书记考察X的讲话: the trip is told as known, whatever the sentence plans. */
export const TOLD_OF = /(?:学习|贯彻|落实|按照|根据|牢记|遵循)[^，。]{0,8}$/
/** 对X开展走访慰问. */
export const TOWARDS = /^[^，。；]{0,16}(?:开展|进行|作|展开)(?:[^，。；]{0,8})(?:走访|慰问|调研|检查|督导|视察|访问|考察)|^的?(?:[^，。；]{0,4})?(?:国事|正式|友好|工作|国是)?访问/
/** Between a firm and the one within it that was visited. */
export const WITHIN = /^(?:下属|旗下|所属)的?[^，。；、]{0,8}$/
/** 在A、B陪同下, A陪同考察: those who come along, however long ago the trip was told of. */
export const BESIDE = /陪同下|(?:一同|陪同)(?:调研|考察|参加调研|参加考察|参加上述活动)/
/** After 在P: what somebody sees to there. */
export const SEES = /^[^，。；]{0,14}(?:实地|详细|仔细|认真|深入|现场|一路|边走边)?(?:了解|察看|查看|听取|询问|观看|观摩|考察|调研|检查|参观|走访|慰问|看望)/
/** 在P调研时. */
export const WHILE = /^[^，。；□]{0,10}(?:考察|调研|视察|走访|慰问|检查|参观|访问)(?:时|期间|中)?，/
