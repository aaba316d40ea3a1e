/**
 * Picks the segmenter at load: nodejieba where its native part loads, else @node-rs/jieba with the same dictionary.
 * The words are nodejieba's own, cut over its dictionary and model in this process (jieba-cutter.ts), since handing texts to the native
 * part and words back costs several times the cut.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PolicyGraphError } from '../../../src/core/errors.js'
import type { Segmenter, Token } from '../document.js'
import { JiebaCutter } from './jieba-cutter.js'
import { jiebaSegmenter, tileTokens, tokensOf } from './jieba-segmenter.js'
import type { TaggedWord } from './jieba-segmenter.js'

/** The little of each binding that is used; taken structurally, so that neither is needed to compile. */
interface NodeJieba {
  tag(text: string): readonly TaggedWord[]
  /** Where the files lie that it reads when it is first asked. */
  readonly DEFAULT_DICT: string
  readonly DEFAULT_USER_DICT: string
  readonly DEFAULT_HMM_DICT: string
}
interface NodeRsJieba {
  readonly Jieba: { withDict(dict: Uint8Array): { cut(text: string, hmm: boolean): readonly string[]; tag(text: string, hmm: boolean): readonly TaggedWord[] } }
}
interface NodeRsDict {
  readonly dict: Uint8Array
}

export interface SegmenterOptions {
  /** `POLICYGRAPH_SEGMENTER` is read from here; `process.env` by default. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Finds packages; Node's own by default. */
  readonly require?: (id: string) => unknown
  /** Receives the one line that tells of a fallback; stderr by default. */
  readonly warn?: (line: string) => void
}

const openNodeJieba = (require: (id: string) => unknown): Segmenter => {
  const binding = require('nodejieba') as NodeJieba
  const { version } = require('nodejieba/package.json') as { version: string }
  const read = (file: string): string => readFileSync(file, 'utf8')
  const cutter = new JiebaCutter({ dictionary: read(binding.DEFAULT_DICT), ownWords: read(binding.DEFAULT_USER_DICT), model: read(binding.DEFAULT_HMM_DICT) })
  // What has no UTF-8 is left to the binding, which reads its dictionary then.
  const segment = (text: string, from?: number): readonly Token[] => {
    const words = text === '' ? [] : cutter.tag(text)
    return words === undefined ? tileTokens(text, binding.tag(text), from) : tokensOf(words, from)
  }
  return { name: `nodejieba@${version}`, segment }
}

const openNodeRs = (require: (id: string) => unknown): Segmenter => {
  const { Jieba } = require('@node-rs/jieba') as NodeRsJieba
  const { dict } = require('@node-rs/jieba/dict.js') as NodeRsDict
  const { version } = require('@node-rs/jieba/package.json') as { version: string }
  const jieba = Jieba.withDict(dict)
  return jiebaSegmenter(`@node-rs/jieba@${version}`, { cut: (text) => jieba.cut(text, true), tag: (text) => jieba.tag(text, true) })
}

let warned = false

/**
 * Opens the segmenter. `POLICYGRAPH_SEGMENTER=nodejieba|node-rs` forces one.
 * Without it a nodejieba that does not load is replaced, which is said once per process.
 * @throws PolicyGraphError TOOL_MISSING when the forced one, or neither, loads; BAD_INPUT on an unknown name.
 */
export const openSegmenter = (options: SegmenterOptions = {}): Segmenter => {
  const require = options.require ?? createRequire(import.meta.url)
  const choice = (options.env ?? process.env)['POLICYGRAPH_SEGMENTER'] ?? ''
  if (choice !== '' && choice !== 'nodejieba' && choice !== 'node-rs') {
    throw new PolicyGraphError('BAD_INPUT', `POLICYGRAPH_SEGMENTER 只能是 nodejieba 或 node-rs · POLICYGRAPH_SEGMENTER must be nodejieba or node-rs, not ${choice}`)
  }
  if (choice !== 'node-rs') {
    try {
      return openNodeJieba(require)
    } catch (cause) {
      if (choice === 'nodejieba') throw missing('nodejieba', cause)
      if (!warned || options.warn !== undefined) {
        const line = 'nodejieba 无法加载，改用 @node-rs/jieba（词典相同） · nodejieba does not load; using @node-rs/jieba (same dictionary)'
        if (options.warn === undefined) process.stderr.write(`${line}\n`)
        else options.warn(line)
        warned = true
      }
    }
  }
  try {
    return openNodeRs(require)
  } catch (cause) {
    throw missing('@node-rs/jieba', cause)
  }
}

const missing = (name: string, cause: unknown): PolicyGraphError =>
  new PolicyGraphError('TOOL_MISSING', `分词器 ${name} 无法加载，请运行 npm install · the segmenter ${name} does not load; run npm install`, {
    details: { segmenter: name },
    cause,
  })
