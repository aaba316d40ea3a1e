import type { LocalEntity, ResolvedPost } from './resolved-article.js'

/** Titles of science that outrank the body: an academician of a firm is an expert. */
const EXPERT = /院士|教授|研究员|科学家|首席专家|学者|博士|律师|医师|分析师|经济学家|工艺师/
const OFFICE = /党组|党委|书记|主席|处长|部长|主任|局长/

/** The subkind that a person's first post tells, or undefined without a post. */
function toldBy({ title }: ResolvedPost, body: LocalEntity): string | undefined {
  switch (body.kind) {
    case 'COMPANY': return EXPERT.test(title) ? 'expert' : 'executive'
    case 'REGION': case 'INITIATIVE': return 'official'
    case 'ORGANIZATION':
      if (body.subkind === 'academic') return /^(?:党委|校长助理|纪委)/.test(title) ? 'official' : 'expert'
      if (body.subkind === 'government' || body.subkind === 'party') return 'official'
      if (EXPERT.test(title)) return 'expert'
      return OFFICE.test(title) ? 'official' : body.subkind === 'association' ? 'executive' : undefined
    case 'PERSON': return undefined
  }
}

/** The locals with each person's subkind set by the first post that the text gives; without one it stays as proposed. */
export function withPersonSubkinds(locals: readonly LocalEntity[], posts: readonly ResolvedPost[]): LocalEntity[] {
  const told = new Map<number, string>()
  for (const post of posts) {
    if (post.person === undefined || told.has(post.person)) continue
    const body = locals[post.body]
    const subkind = body ? toldBy(post, body) : undefined
    if (subkind !== undefined) told.set(post.person, subkind)
  }
  return locals.map((local, index) => (local.kind === 'PERSON' ? { ...local, subkind: told.get(index) ?? (local.subkind === '' ? 'other' : local.subkind) } : local))
}
