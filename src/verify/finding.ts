/** Every way in which a stored graph can be broken. */
export const FINDINGS = {
  TEXT_CHANGED: '文章原文与其指纹不符 · the raw text of an article does not match its hash',
  QUOTE_BROKEN: '引句与原文片段不符 · a quote is not the raw text at its span',
  CLEAN_QUOTE_BROKEN: '修复后的引句与修复后的文本不符 · a clean quote is not the clean text at its span',
  SPAN_BROKEN: '修复后的位置不能还原到原文位置 · the clean span does not map to the raw span',
  MENTION_BROKEN: '提及与原文片段不符 · a mention is not the raw text at its span',
  HASH_STALE: '证据取自另一版原文 · evidence was taken from another version of the text',
  EVIDENCE_ASTRAY: '证据没有文章或没有事实 · evidence hangs on no article or on no fact',
  FACT_BARE: '有效的事实没有证据 · an open fact has no evidence',
  FACT_STALE: '事实与其证据的汇总不符 · a fact is not the fold of its evidence',
  LIST_WRONG: '事实所列的证据或文章与边不符，回答会漏掉或错引 · a fact lists other evidence or articles than its edges lead to, so that answers miss or misquote them',
  EDGE_MISSING: '有效的事实没有对应的边 · an open fact has no edge',
  EDGE_WRONG: '边与其事实不符 · an edge differs from its fact or has none',
} as const

export type FindingCode = keyof typeof FINDINGS

export interface Finding {
  readonly code: FindingCode
  /** Of the article, evidence or fact. */
  readonly id: string
  /** What was found, for a person. */
  readonly detail: string
}

export const finding = (code: FindingCode, id: string, detail: string = ''): Finding => ({ code, id, detail })
