import { field } from './client.js'

/** What a model proposes, its fields still unchecked strings. */
export interface EntityProposal {
  readonly name: string
  readonly kind: string
  readonly subkind: string
}

export interface FactProposal {
  readonly type: string
  readonly subject: string
  readonly object: string
  readonly title: string
  readonly quote: string
  readonly cue: string
  readonly modality: string
}

export interface Proposals {
  readonly entities: readonly EntityProposal[]
  readonly facts: readonly FactProposal[]
  /** Items of a wrong form. */
  readonly malformed: number
  /** Items past the limit. */
  readonly tooMany: number
}

const MOST = 300
const LONGEST = 2000

/** Reads an answer; undefined when it holds no JSON object. A fence or talk around the object is passed over. */
export function readProposals(answer: string): Proposals | undefined {
  const value = jsonIn(answer)
  if (value === undefined) return undefined
  const lists = [field(value, 'entities'), field(value, 'facts')].map((list): readonly unknown[] => (Array.isArray(list) ? list : []))
  const [entityList = [], factList = []] = lists
  const entities = entityList.slice(0, MOST).map((item) => strings(item, ['name', 'kind'], ['subkind']))
  const facts = factList.slice(0, MOST).map((item) => strings(item, ['type', 'subject', 'object', 'quote'], ['title', 'cue', 'modality']))
  return {
    entities: entities.flatMap((fields) => (fields === undefined ? [] : [{ name: fields('name'), kind: fields('kind'), subkind: fields('subkind') }])),
    facts: facts.flatMap((fields) =>
      fields === undefined ? [] : [{ type: fields('type'), subject: fields('subject'), object: fields('object'), title: fields('title'), quote: fields('quote'), cue: fields('cue'), modality: fields('modality') }],
    ),
    malformed: [...entities, ...facts].filter((fields) => fields === undefined).length,
    tooMany: Math.max(0, entityList.length - MOST) + Math.max(0, factList.length - MOST),
  }
}

/** Reads the named fields of an item as strings; undefined when one that is needed is no string, or one is too long. */
function strings(item: unknown, needed: readonly string[], optional: readonly string[]): ((name: string) => string) | undefined {
  const found = new Map<string, string>()
  for (const name of [...needed, ...optional]) {
    const value = field(item, name) ?? (optional.includes(name) ? '' : undefined)
    if (typeof value !== 'string' || value.length > LONGEST) return undefined
    found.set(name, value)
  }
  return (name) => found.get(name) ?? ''
}

function jsonIn(answer: string): object | undefined {
  const text = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
