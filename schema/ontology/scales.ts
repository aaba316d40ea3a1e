import type { Label } from './spec.js'

/** How firmly the text carries a link, strongest first. An enum and a filter, never a number. */
export const STRENGTHS = {
  STATED: { label: { zh: '原文明示', en: 'Stated' }, doc: 'One sentence says it.' },
  IMPLIED: { label: { zh: '上下文可知', en: 'Implied' }, doc: 'Needs the sentence before, a pronoun, a list head or the dateline.' },
  CHAIN: { label: { zh: '链式关联', en: 'Chain' }, doc: 'A path whose every hop is STATED or IMPLIED.' },
  CO_SENTENCE: { label: { zh: '同句提及', en: 'Same sentence' }, doc: 'Both stand in one sentence and nothing more is said.' },
  CO_ARTICLE: { label: { zh: '同文提及', en: 'Same article' }, doc: 'Both stand in one article and nothing more is said.' },
  INFERRED: { label: { zh: '推断', en: 'Inferred' }, doc: 'No text says it; a gazetteer or a rule of containment does.' },
} as const satisfies Record<string, { label: Label; doc: string }>

export type Strength = keyof typeof STRENGTHS

/** Whether it has happened; earlier wins when one fact has several (guideline ruling 10). */
export const MODALITIES = {
  ASSERTED: { label: { zh: '已发生', en: 'Asserted' }, doc: 'It is so or has happened.' },
  DENIED: { label: { zh: '否认', en: 'Denied' }, doc: 'The text says that it is not so (未, 否认, 不再担任).' },
  PLANNED: { label: { zh: '计划', en: 'Planned' }, doc: 'It is to happen (将, 拟, 计划, 力争).' },
  URGED: { label: { zh: '要求或鼓励', en: 'Urged' }, doc: 'Somebody tells somebody to (要求, 鼓励, 希望).' },
  HYPOTHETICAL: { label: { zh: '假设', en: 'Hypothetical' }, doc: 'It might be (如果, 或将).' },
} as const satisfies Record<string, { label: Label; doc: string }>

export type Modality = keyof typeof MODALITIES
