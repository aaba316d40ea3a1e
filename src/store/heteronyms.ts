/**
 * Characters that stand in names with more than one common reading, without tones; ü is u. A reader may type either, whatever
 * a dictionary makes of the word.
 */
const READINGS = `
长 chang zhang
重 chong zhong
行 xing hang
乐 le yue
都 du dou
单 dan shan chan
曾 zeng ceng
区 qu ou
解 jie xie
仇 qiu chou
朴 piao pu
盛 sheng cheng
朝 chao zhao
会 hui kuai
厦 xia sha
六 liu lu
调 diao tiao
传 chuan zhuan
车 che ju
尉 wei yu
薄 bo bao
蚌 beng bang
番 fan pan
埔 pu bu
降 jiang xiang
校 xiao jiao
参 can shen
查 zha cha
覃 qin tan
缪 miao mou
翟 zhai di
召 zhao shao
藏 zang cang
弹 dan tan
宿 su xiu
莘 shen xin
隗 wei kui
褚 chu zhu
洗 xi xian
折 zhe she
万 wan mo
盖 gai ge
牟 mu mou
浒 hu xu
涡 wo guo
歙 she xi
枞 zong cong
泌 bi mi
渑 mian sheng
筠 yun jun
荥 xing ying
铅 qian yan
省 sheng xing
便 bian pian
石 shi dan
率 lu shuai
给 gei ji
血 xue xie
差 cha chai
种 zhong chong
柏 bai bo
卜 bu bo
阿 a e
堡 bao bu pu
峇 ba ke
佛 fo fu
贾 jia gu
角 jiao jue
壳 ke qiao
峒 dong tong
适 shi kuo
`

/** Character → readings, the commonest first. */
export const HETERONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  READINGS.trim().split('\n').map((line) => line.split(' ')).map(([character = '', ...readings]) => [character, readings] as const),
)
