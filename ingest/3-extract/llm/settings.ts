import { PolicyGraphError } from '../../../src/core/errors.js'

/** A model to ask, by the chat interface that OpenAI made common. */
export interface LlmSettings {
  /** Base address, such as `http://127.0.0.1:8000/v1`. */
  readonly url: URL
  readonly model: string
  /** Sent as a bearer token; '' sends none. Never logged. */
  readonly key: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * `POLICYGRAPH_LLM_URL`, `POLICYGRAPH_LLM_MODEL` and `POLICYGRAPH_LLM_KEY`; undefined, and no model is asked, without the first.
 * @throws PolicyGraphError BAD_INPUT when the address is none or the model has no name.
 */
export function llmSettingsFromEnv(env: Environment): LlmSettings | undefined {
  const address = env['POLICYGRAPH_LLM_URL'] ?? ''
  if (address === '') return undefined
  const model = env['POLICYGRAPH_LLM_MODEL'] ?? ''
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new PolicyGraphError('BAD_INPUT', 'POLICYGRAPH_LLM_URL 应为 http(s) 网址，如 http://127.0.0.1:8000/v1 · POLICYGRAPH_LLM_URL must be an http(s) address')
  }
  if (!/^[\w.:/@-]{1,100}$/.test(model)) {
    throw new PolicyGraphError('BAD_INPUT', '设了 POLICYGRAPH_LLM_URL，还要用 POLICYGRAPH_LLM_MODEL 写明模型名 · POLICYGRAPH_LLM_MODEL must name the model')
  }
  return { url, model, key: env['POLICYGRAPH_LLM_KEY'] ?? '' }
}
