/** What tells whether two people are one: name with post, body and place in time. A name alone never does. */
import { compared, found, text, type Feature, type KindRules } from '../feature.js'
import { nameOfCode, nearness } from '../names/places.js'
import type { PreparedPerson, PreparedPost } from '../prepared.js'
import { weightOf } from '../weights.js'
import { either, first, homesFeature, registerGuards, registerProofs, relatedFeature } from './shared.js'

type PersonFeature = Feature<PreparedPerson>

const bare = (title: string): string => title.replace(/^(原|时任|前任|前|现任|新任|代理|代|拟任|候任|当时的)+/, '').replace(/^(党组|党委|党工委)(?=副?书记)/, '$1')
/** The title without what a career changes: 副市长 and 市长 are of one line. */
const lineOf = (title: string): string => bare(title).replace(/^(常务|第一|执行)?副/, '').replace(/^(省|市|区|县|镇|乡)(?=委|长)/, '')
const FORMER = /^(原|时任|前任|前)/

const sameBody = (a: PreparedPost, b: PreparedPost): boolean =>
  (a.bodyId !== '' && a.bodyId === b.bodyId) || (a.body !== '' && a.body === b.body) || (a.core !== '' && a.core === b.core && a.place !== '' && a.place === b.place)

/** Everything about the pair of posts that fits best. */
function postValue(a: PreparedPost, b: PreparedPost): number {
  const title = bare(a.title) === bare(b.title) && a.title !== ''
  if (sameBody(a, b)) return title ? 1 : 0.8
  return a.trade !== '' && a.trade === b.trade ? 0.6 : -1
}

const post: PersonFeature = {
  id: 'post',
  doc: 'The same body, best with the same title; a place\'s party committee and government are one leadership, firms of one trade name nearly one.',
  weight: weightOf('PERSON', 'post'),
  compare(a, b) {
    if (a.posts.length === 0 || b.posts.length === 0) return undefined
    let best = { value: -1, left: a.posts[0], right: b.posts[0] }
    for (const left of a.posts) for (const right of b.posts) {
      const value = postValue(left, right)
      if (value > best.value) best = { value, left, right }
    }
    const value = best.value < 0 ? -0.3 : best.value
    return compared(value, value === 1 ? text('在同一单位任同一职务', 'the same post in the same body') : either(value, text('任职单位相同', 'posts in the same body'), text('任职单位不同', 'posts in different bodies')), titled(best.left), titled(best.right))
  },
}

const titled = (value: PreparedPost | undefined): string => (value === undefined ? '' : value.bodyName + value.title)

/** Places of posts; without posts, the homes of the articles, which tell less. */
const placesOf = (person: PreparedPerson): readonly string[] => [...new Set(person.posts.map((value) => value.place).filter((code) => code !== ''))]

const place: PersonFeature = {
  id: 'place',
  doc: 'The place of a post against the place of the other post.',
  weight: weightOf('PERSON', 'place'),
  compare(a, b) {
    let best: { value: number; left: string; right: string } | undefined
    for (const left of placesOf(a)) for (const right of placesOf(b)) {
      const value = nearness(left, right)
      if (value !== undefined && (best === undefined || value > best.value)) best = { value, left, right }
    }
    return best && compared(best.value, either(best.value, text('任职地区相同或相邻', 'posts in the same or neighbouring places'), text('任职地区不同', 'posts in different places')), nameOfCode(best.left), nameOfCode(best.right))
  },
}

const homePost: PersonFeature = {
  id: 'home-post',
  doc: 'A name without a post of known place, in articles about the place where the other holds a post.',
  weight: weightOf('PERSON', 'home-post'),
  compare(a, b) {
    const [left, right] = [placesOf(a), placesOf(b)]
    if (left.length > 0 === right.length > 0) return undefined
    const near = left.length > 0 ? nearestOf(left, b.homes) : nearestOf(a.homes, right)
    return near && compared(near.value, either(near.value, text('报道所在地与任职地相符', 'the articles are about the place of the post'), text('报道所在地与任职地不符', 'the articles are not about the place of the post')), nameOfCode(near.left), nameOfCode(near.right))
  },
}

function nearestOf(a: readonly string[], b: readonly string[]): { readonly value: number; readonly left: string; readonly right: string } | undefined {
  let best: { value: number; left: string; right: string } | undefined
  for (const left of a) for (const right of b) {
    const value = nearness(left, right)
    if (value !== undefined && (best === undefined || value > best.value)) best = { value, left, right }
  }
  return best
}

const title: PersonFeature = {
  id: 'title',
  doc: 'The line of the titles (市长 and 副市长 are one line; 市长 and 教授 are two).',
  weight: weightOf('PERSON', 'title'),
  compare(a, b) {
    if (a.posts.length === 0 || b.posts.length === 0) return undefined
    let best = -1
    let pair: readonly [PreparedPost | undefined, PreparedPost | undefined] = [a.posts[0], b.posts[0]]
    for (const left of a.posts) for (const right of b.posts) {
      if (left.title === '' || right.title === '') continue
      const value = bare(left.title) === bare(right.title) ? 1 : lineOf(left.title) === lineOf(right.title) ? 0.6 : -0.2
      if (value > best) {
        best = value
        pair = [left, right]
      }
    }
    return best === -1 ? undefined : compared(best, either(best, text('职务相同或相承', 'the same or successive titles'), text('职务不同', 'different titles')), pair[0]?.title ?? '', pair[1]?.title ?? '')
  },
}

const SOLE = /^(常务副|代理|代)?(书记|党委书记|市长|区长|县长|镇长|乡长|省长|州长|局长|厅长|部长|主任|院长|校长|董事长|总经理|总裁|行长|主席|会长)$/
const overlapDays = (a: PreparedPost, b: PreparedPost): number => Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1

const time: PersonFeature = {
  id: 'time',
  doc: 'Two leading posts of different places or bodies held at one time are rarely one person\'s.',
  weight: weightOf('PERSON', 'time'),
  compare(a, b) {
    for (const left of a.posts) for (const right of b.posts) {
      if (FORMER.test(left.title) || FORMER.test(right.title) || sameBody(left, right) || !(overlapDays(left, right) > 0)) continue
      const far = left.place !== '' && right.place !== '' && (nearness(left.place, right.place) ?? 0) <= 0.4
      const bothSole = SOLE.test(left.title) && SOLE.test(right.title) && left.place !== right.place
      if (far || bothSole) return compared(-1, text('同一时期任职冲突', 'posts that conflict in time'), titled(left), titled(right))
    }
    return undefined
  },
}

const rarity: PersonFeature = {
  id: 'rarity',
  doc: 'How many bear the name: 王伟 needs more than a rare surname with a rare given name.',
  weight: weightOf('PERSON', 'rarity'),
  compare(a, b) {
    const frequency = Math.max(a.frequency, b.frequency)
    const value = Math.max(-1, Math.min(1, (-frequency - 5) / 1.5))
    return compared(value, either(value, text('姓名少见', 'a rare name'), text('姓名常见，易重名', 'a common name')), first(a.forms), first(b.forms))
  },
}

const subkind: PersonFeature = {
  id: 'subkind',
  doc: 'Official, executive or expert: the sort of person.',
  weight: weightOf('PERSON', 'subkind'),
  compare({ profile: a }, { profile: b }) {
    if ([a.subkind, b.subkind].some((kind) => kind === '' || kind === 'other')) return undefined
    return compared(a.subkind === b.subkind ? 0.5 : -1, a.subkind === b.subkind ? text('人物类别相同', 'the same sort of person') : text('人物类别不同', 'different sorts of person'), a.subkind, b.subkind)
  },
}

const related = relatedFeature('PERSON')
const homes = homesFeature('PERSON')

const shareName = (a: PreparedPerson, b: PreparedPerson): boolean =>
  a.names.some((left) => b.names.some((right) => left.form === right.form || (left.last !== '' && left.last === right.form) || (right.last !== '' && right.last === left.form) || (left.last !== '' && left.last === right.last)))

export const PERSON_RULES: KindRules<PreparedPerson> = {
  proofs: registerProofs.filter((proof) => proof.id === 'wikidata'),
  guards: [
    ...registerGuards.filter((guard) => guard.id === 'wikidata-differs'),
    {
      id: 'name-differs',
      doc: 'Different full names are different people (李彤 the reporter, 张彤 the mayor); a surname with a title is no full name.',
      find: (a, b) => (shareName(a, b) ? undefined : found(text('姓名不同', 'different names'), first(a.forms), first(b.forms))),
    },
  ],
  features: [post, place, homePost, title, time, rarity, subkind, homes, related],
  caps: [
    {
      id: 'name-alone',
      doc: 'A name alone never merges: body or place must agree and be known of both; a rare name may do with a firm of one trade name or the same relations in one place.',
      find(a, b) {
        const body = post.compare(a, b)?.value ?? -1
        const value = Math.max(body, place.compare(a, b)?.value ?? -1, homePost.compare(a, b)?.value ?? -1)
        const shared = (related.compare(a, b)?.value ?? 0) + ((homes.compare(a, b)?.value ?? 0) > 0 ? 0.5 : 0)
        const rare = (rarity.compare(a, b)?.value ?? 0) > 0 && (body > 0 || shared >= 1)
        return value >= 0.8 || rare ? undefined : found(text('除姓名外缺少单位或地区的印证', 'apart from the name neither body nor place agrees'), first(a.forms), first(b.forms))
      },
    },
    {
      id: 'no-post',
      doc: 'A name without any post or sort is at most possibly the official or manager of that name.',
      find(a, b) {
        const known = (person: PreparedPerson): boolean => person.posts.length > 0 || !['', 'other'].includes(person.profile.subkind) || person.profile.related.length > 0
        return known(a) && known(b) ? undefined : found(text('一方没有职务信息', 'nothing is known of one but the name'), first(a.forms), first(b.forms))
      },
    },
  ],
}
