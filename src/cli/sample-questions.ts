/** What a newcomer may ask of the samples first. */

export interface SampleQuestion {
  readonly zh: string
  readonly en: string
  /** A name of QUESTIONS, with its parameters. */
  readonly ask: string
  readonly params: Readonly<Record<string, string | number>>
}

export const SAMPLE_QUESTIONS: readonly SampleQuestion[] = [
  {
    zh: '哪些企业与长江口产业创新协同区有关？',
    en: 'Which firms are linked to the Yangtze-mouth zone?',
    ask: 'firms-linked-to',
    params: { initiative: '长江口', minStrength: 'CHAIN' },
  },
  {
    zh: '禾野农业参与云青产业协作区了吗？',
    en: 'Does Heye Agriculture take part in the Yunqing zone?',
    ask: 'facts-of',
    params: { entity: '禾野农业', type: 'PARTICIPATES_IN' },
  },
  {
    zh: '潮汐储能与云澜聆风电子如何相连？',
    en: 'How is Chaoxi Storage connected to Lingfeng Electronics?',
    ask: 'connection',
    params: { from: '潮汐储能', to: '聆风电子', first: 1 },
  },
]
