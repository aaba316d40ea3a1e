import type { Modality, RelationType, Strength } from '../../../schema/ontology/index.js'
import { articleIdOf, evidenceId, factId, textHash } from '../../../src/core/ids.js'
import type { ArticleEntity, ArticleGraph, Evidence, Mention } from '../../../src/core/records.js'
import { cleanSpan, rawSpan } from '../../../src/core/span.js'
import type { EvidenceView } from '../../../src/store/fold.js'
import { EVIDENCE_PER_FACT, FACTS_PER_STORY, STORIES_PER_ARTICLE, TITLES, typeAt, type GraphPlan } from './plan.js'

/**
 * What each article of a generated graph says, one at a time: three stories, each told again in two other articles beside other
 * stories. Any article can be made by itself, so a graph of any size is written in little memory.
 */

const LEAD = '本报讯，据各地报送的消息，近期重点工作稳步推进，现将有关情况综合如下。'
const FILLER = ['会上通报了阶段性进展，与会人员就下一步安排交换了意见。', '相关负责人表示，将继续做好服务保障，按时间节点抓好落实。', '据介绍，上述工作已列入年度计划，各项要素保障正在同步跟进。']
const SOURCES = ['澜江日报', '岚屿晚报', '汐海新闻网', '砚山发布', '槿城观察']

const CUES: Readonly<Record<RelationType, string>> = {
  HOLDS_POSITION: '', VISITED: '走访了', ATTENDED: '出席了', PROMOTES: '推动', PARTICIPATES_IN: '参与', DESIGNATED: '获评', COLLABORATES_WITH: '与', INVESTS_IN: '投资', LOCATED_IN: '落户', PART_OF: '隶属于', CO_MENTIONED: '',
}
const PLANS: Readonly<Partial<Record<Modality, string>>> = { PLANNED: '计划', URGED: '提出要', DENIED: '否认' }

/** Whole numbers below 2^32 that look drawn by lot. */
function mixed(...parts: readonly number[]): number {
  let state = 0x9e3779b9
  for (const part of parts) {
    state = Math.imul(state ^ part, 0x85ebca6b)
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
    state ^= state >>> 16
  }
  return state >>> 0
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** A fact as every article tells it. */
export interface PlannedFact {
  readonly id: string
  readonly type: RelationType
  readonly subject: number
  readonly object: number
  readonly title: string
  readonly modality: Modality
  readonly strength: Strength
}

/** The articles of a plan by place. */
export class PlannedArticles {
  readonly count: number
  readonly #plan: GraphPlan
  readonly #perPass: number
  /** Story at each place of each pass, and the article of each story. */
  readonly #stories: readonly Uint32Array[]
  readonly #articles: readonly Uint32Array[]

  constructor(plan: GraphPlan) {
    this.#plan = plan
    const stories = plan.facts / FACTS_PER_STORY
    this.#perPass = stories / STORIES_PER_ARTICLE
    this.count = this.#perPass * EVIDENCE_PER_FACT
    this.#stories = Array.from({ length: EVIDENCE_PER_FACT }, (_, pass) => {
      let step = pass === 0 ? 1 : (mixed(plan.seed, pass) % stories) + 1
      while (divisor(step, stories) !== 1) step++
      return Uint32Array.from({ length: stories }, (_place, place) => Number((BigInt(place) * BigInt(step) + BigInt(pass)) % BigInt(stories)))
    })
    this.#articles = this.#stories.map((order, pass) => {
      const articles = new Uint32Array(stories)
      order.forEach((story, place) => {
        articles[story] = pass * this.#perPass + Math.floor(place / STORIES_PER_ARTICLE)
      })
      return articles
    })
  }

  id(article: number): string {
    return articleIdOf(`generated ${this.#plan.seed} ${this.#plan.facts} ${article}`)
  }

  /** ISO day, over five years. */
  date(article: number): string {
    return new Date(Date.UTC(2021, 0, 1) + (mixed(this.#plan.seed, 1, article) % 1826) * 86_400_000).toISOString().slice(0, 10)
  }

  fact(index: number): PlannedFact {
    const plan = this.#plan
    const [subject = 0, object = 0, type] = [plan.subject[index], plan.object[index], typeAt(plan, index)]
    const title = TITLES[(plan.title[index] ?? 0) - 1] ?? ''
    const lot = mixed(plan.seed, 2, index) % 100
    const modality: Modality = type === 'HOLDS_POSITION' || type === 'LOCATED_IN' || lot < 86 ? 'ASSERTED' : lot < 93 ? 'PLANNED' : lot < 98 ? 'URGED' : 'DENIED'
    return { id: factId(type, plan.entities[subject]?.id ?? '', plan.entities[object]?.id ?? '', title), type, subject, object, title, modality, strength: mixed(plan.seed, 3, index) % 100 < 85 ? 'STATED' : 'IMPLIED' }
  }

  /** What the fold of a fact needs of its evidence. */
  views(index: number, { modality, strength }: PlannedFact): readonly EvidenceView[] {
    const story = Math.floor(index / FACTS_PER_STORY)
    return this.#articles.map((articles) => {
      const article = articles[story] ?? 0
      return { articleId: this.id(article), modality, strength, speakerId: '', seen: this.date(article) }
    })
  }

  /** Facts that an article tells, in its order. */
  factsOf(article: number): readonly number[] {
    const [pass, place] = [Math.floor(article / this.#perPass), (article % this.#perPass) * STORIES_PER_ARTICLE]
    const stories = [...this.#stories[pass]?.subarray(place, place + STORIES_PER_ARTICLE) ?? []]
    return stories.flatMap((story) => Array.from({ length: FACTS_PER_STORY }, (_, index) => story * FACTS_PER_STORY + index))
  }

  /** An article as reading it would give it. */
  graph(article: number): ArticleGraph {
    const writing = new Writing(this.#plan)
    const facts = this.factsOf(article)
    writing.say(LEAD)
    const told = facts.map((index, at) => {
      if (at > 0 && at % FACTS_PER_STORY === 0) writing.say(FILLER[mixed(article, at) % FILLER.length] ?? '')
      return writing.tell(this.fact(index))
    })
    const [id, text] = [this.id(article), writing.text]
    const hash = textHash(text)
    return {
      article: {
        id, title: `综合消息第${article + 1}号`, date: this.date(article), source: SOURCES[article % SOURCES.length] ?? '', url: '', byline: ['综合'], homeId: '', rawText: text, cleanText: text,
        textHash: hash, offsets: text.length.toString(36), repairs: [], synthetic: true, pipeline: 'generated',
      },
      entities: writing.entities(),
      evidence: told.map(({ fact, start, end, sentence, cue }): Evidence => {
        const rule = `${fact.type.toLowerCase().replaceAll('_', '-')}/1`
        const quote = text.slice(start, end)
        return {
          id: evidenceId(fact.id, id, start, end, rule), factId: fact.id, articleId: id, type: fact.type,
          subjectId: this.#plan.entities[fact.subject]?.id ?? '', objectId: this.#plan.entities[fact.object]?.id ?? '', title: fact.title,
          quote, cleanQuote: quote, raw: rawSpan(start, end), span: cleanSpan(start, end), sentence, cue, rule, modality: fact.modality, strength: fact.strength,
          speakerId: '', eventDate: '', textHash: hash, repairs: [],
        }
      }),
    }
  }
}

interface Told {
  readonly fact: PlannedFact
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly cue: string
}

/** A text in the making, with who is named where. */
class Writing {
  text = ''
  readonly #plan: GraphPlan
  readonly #mentions = new Map<number, Mention[]>()
  #sentence = 0

  constructor(plan: GraphPlan) {
    this.#plan = plan
  }

  say(sentence: string): void {
    this.text += sentence
    this.#sentence++
  }

  tell(fact: PlannedFact): Told {
    const start = this.text.length
    const cue = fact.type === 'HOLDS_POSITION' ? fact.title : CUES[fact.type]
    if (fact.type === 'HOLDS_POSITION') {
      this.#name(fact.object)
      this.text += cue
      this.#name(fact.subject)
      this.text += '介绍了有关情况。'
    } else {
      this.#name(fact.subject)
      this.text += `${PLANS[fact.modality] ?? ''}${cue}`
      this.#name(fact.object)
      this.text += fact.type === 'COLLABORATES_WITH' ? '开展合作。' : '，进展顺利。'
    }
    return { fact, start, end: this.text.length, sentence: this.#sentence++, cue }
  }

  entities(): readonly ArticleEntity[] {
    return [...this.#mentions].map(([index, mentions]) => {
      const { id = '', kind = 'PERSON', subkind = '', name = '', aliases = [] } = this.#plan.entities[index] ?? {}
      return { id, kind, subkind, name, aliases, key: name, mentions }
    })
  }

  #name(index: number): void {
    const name = this.#plan.entities[index]?.name ?? ''
    const [start, end] = [this.text.length, this.text.length + name.length]
    this.text += name
    const mention: Mention = { text: name, clean: name, raw: rawSpan(start, end), span: cleanSpan(start, end), sentence: this.#sentence }
    const known = this.#mentions.get(index)
    if (known === undefined) this.#mentions.set(index, [mention])
    else known.push(mention)
  }
}
