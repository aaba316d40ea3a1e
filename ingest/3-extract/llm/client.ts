import { setTimeout as wait } from 'node:timers/promises'
import type { LlmSettings } from './settings.js'

export interface LlmPrompt {
  readonly system: string
  readonly user: string
}

/** The text of an answer, or why there is none. */
export type LlmAnswer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }

/** Port: something that answers a prompt. It never throws. */
export interface LlmClient {
  /** Rule id of what it proposes, e.g. `llm/qwen3`. */
  readonly rule: string
  ask(prompt: LlmPrompt): Promise<LlmAnswer>
}

export interface LlmLimits {
  /** For one try, in ms. */
  readonly timeoutMs: number
  readonly tries: number
  /** Pause before the second try, doubled before each later one; in ms. */
  readonly backoffMs: number
  readonly mostTokens: number
  /** The most bytes of an answer. */
  readonly mostBytes: number
  /** After so many prompts in a row without an answer no more are sent. */
  readonly givesUpAfter: number
}

export const DEFAULT_LLM_LIMITS: LlmLimits = { timeoutMs: 60_000, tries: 3, backoffMs: 1000, mostTokens: 4096, mostBytes: 1024 * 1024, givesUpAfter: 3 }

/** A server that asks for a longer pause than this (ms) is not waited for. */
const LONGEST_PAUSE = 30_000

interface Try {
  readonly answer: LlmAnswer
  /** Whether another try may help, and the pause (ms) that the server asks for. */
  readonly again?: { readonly after: number }
}

/** A client of `POST {url}/chat/completions`. It follows no redirects, so that the key goes nowhere else. */
export function openLlmClient(settings: LlmSettings, limits: Partial<LlmLimits> = {}): LlmClient {
  const all = { ...DEFAULT_LLM_LIMITS, ...limits }
  let failures = 0
  return {
    rule: `llm/${settings.model}`,
    async ask(prompt) {
      if (failures >= all.givesUpAfter) return { ok: false, why: `连续 ${all.givesUpAfter} 次失败，本次运行不再询问 · not asked any more in this run` }
      const answer = await askWithRetries(settings, all, prompt)
      failures = answer.ok ? 0 : failures + 1
      return answer
    },
  }
}

async function askWithRetries(settings: LlmSettings, limits: LlmLimits, prompt: LlmPrompt): Promise<LlmAnswer> {
  for (let tried = 1; ; tried += 1) {
    const { answer, again } = await askOnce(settings, limits, prompt)
    if (answer.ok || again === undefined || tried >= limits.tries || again.after > LONGEST_PAUSE) return answer
    await wait(Math.max(again.after, limits.backoffMs * 2 ** (tried - 1)))
  }
}

async function askOnce({ url, model, key }: LlmSettings, limits: LlmLimits, prompt: LlmPrompt): Promise<Try> {
  const messages = [{ role: 'system', content: prompt.system }, { role: 'user', content: prompt.user }]
  try {
    const response = await fetch(`${url.href.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === '' ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, messages, temperature: 0, max_tokens: limits.mostTokens, stream: false }),
      redirect: 'error',
      signal: AbortSignal.timeout(limits.timeoutMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      const answer = { ok: false, why: `HTTP ${response.status}` } as const
      const seconds = Number(response.headers.get('retry-after') ?? 0)
      return response.status === 429 || response.status >= 500 ? { answer, again: { after: Number.isFinite(seconds) ? seconds * 1000 : 0 } } : { answer }
    }
    const body = await bodyOf(response, limits.mostBytes)
    return { answer: body === undefined ? { ok: false, why: `回答超过 ${limits.mostBytes} 字节 · the answer is too large` } : contentOf(body) }
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return { answer: { ok: false, why: isLate ? `${limits.timeoutMs} 毫秒内没有回答 · no answer in time` : '连接失败 · the connection failed' }, again: { after: 0 } }
  }
}

async function bodyOf(response: Response, most: number): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    size += next.value.length
    if (size > most) {
      await reader?.cancel()
      return undefined
    }
    parts.push(next.value)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** `choices[0].message.content` of the answer. */
function contentOf(body: string): LlmAnswer {
  const unlike = { ok: false, why: '回答不是 chat/completions 的格式 · not an answer of a chat interface' } as const
  try {
    const choices = field(JSON.parse(body), 'choices')
    const content = field(field(Array.isArray(choices) ? choices[0] : undefined, 'message'), 'content')
    return typeof content === 'string' ? { ok: true, text: content } : unlike
  } catch {
    return unlike
  }
}

/** An own field of a JSON object. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
