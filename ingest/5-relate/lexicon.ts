/** Cue words of modality, speech and reference, as data; every rule keeps its own verbs. */

/** Says that what follows is told by the subject. */
export const SPEECH_VERBS = ['强调', '指出', '要求', '希望', '表示', '介绍', '鼓励', '勉励', '认为', '说', '透露', '呼吁', '提出', '叮嘱', '寄语', '勉励', '坦言', '称', '建议', '号召', '嘱咐', '倡议', '宣布'] as const
/** Speech that itself urges. */
export const URGING_VERBS = ['要求', '希望', '鼓励', '勉励', '呼吁', '叮嘱', '寄语', '号召', '嘱咐', '建议', '倡议', '督促', '引导', '欢迎'] as const

export const DENIAL = /(未能|并未|尚未|从未|未曾|没有|否认|不再|不曾|拒绝|取消|终止|退出|卸任|辞去|免去|免职|撤销|不予|无关|并非|不是|未)/
export const HYPOTHESIS = /(如果|假如|倘若|若是|一旦|或将|可能|有望|拟议|能否|是否|若)/
export const PLAN = /(将于|将在|即将|将会|将要|将|拟|计划(?!的)|力争|争取|预计|准备|打算|筹备|下一步|接下来|未来|今后|愿|有意|期待|旨在|着眼|到20\d\d年|明年|明天|后天|目标是|有序推进中|谋划)/
/** 要 as "must", not as part of 主要, 重要, 需要, 要求. */
export const MUST = /(?:^|[，；：。、“\s）)]|同时|还|也|都|就|更|强调|指出|提出|说)(?:一定|必须|务必)?(要|必须|务必|应当|应该|应|需要|须)(?![求素点件害领])/
export const NOT_PLAN = /(不仅将|为将|将军|将近|将其|将把)/

/** Words that stand for something named before. */
export const ANAPHORS = [
  { pattern: /[她他](?!们|人|国|乡)/g, kind: 'PERSON' },
  { pattern: /(?:该|这家|此)(?:公司|企业|集团|行)/g, kind: 'COMPANY' },
  { pattern: /(?:该|此|这一)(?:项目|工程)/g, kind: 'PROJECT' },
  { pattern: /(?:我|全)(?:市|省|县|区|州|镇)/g, kind: 'HOME' },
] as const
