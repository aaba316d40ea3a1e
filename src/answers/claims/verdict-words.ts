import type { ClaimVerdict } from './claim.js'

/** Each verdict in words; wherever nothing supports the claim they say so first. */
export const VERDICT_WORDS: Readonly<Record<ClaimVerdict, string>> = {
  SUPPORTED: '有文章这样说 · supported', SUPPORTED_AS_PLAN: '文章说是计划 · told as a plan', SUPPORTED_AS_CALL: '文章说是要求或鼓励 · told as a call', DENIED: '文章否认 · denied',
  CONFLICTING: '说法不一 · conflicting', INDIRECT: '没有文章这样说，只是间接相连 · no article says so; only linked indirectly',
  CO_MENTIONED: '没有文章这样说，只是同文提及 · no article says so; only named together',
  NOT_FOUND: '没有文章这样说 · no article says so', AMBIGUOUS_NAME: '名称可指多个实体 · a name fits several entities',
}

export const isVerdict = (text: unknown): text is ClaimVerdict => typeof text === 'string' && text in VERDICT_WORDS
