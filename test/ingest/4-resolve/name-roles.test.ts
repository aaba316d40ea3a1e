import type { EntityMention } from '../../../ingest/3-extract/document.js'
import { clusterMentions } from '../../../ingest/4-resolve/cluster.js'
import { joinFormerNames, roleAt } from '../../../ingest/4-resolve/name-roles.js'
import { cleanSpan } from '../../../src/core/span.js'

const OLD = '南通澜石化工有限公司'
const NEW = '江苏云锦新材料有限公司'

/** Mentions of the forms, in text order, each looked for behind the one before. */
function mentionsIn(text: string, kind: EntityMention['kind'], forms: readonly string[]): EntityMention[] {
  let from = 0
  return forms.map((form) => {
    const start = text.indexOf(form, from)
    if (start < 0) throw new RangeError(`${form} does not stand in the text`)
    from = start + form.length
    return { span: { start, end: from }, text: form, kind, subkind: '', by: 'test', weight: 0.8, sentence: 0 }
  })
}

describe('roleAt', () => {
  test.each([
    [`${NEW}（以下简称“云锦”）扩产。`, '云锦”', 'introduced'],
    [`${NEW}（下称：云锦）扩产。`, '云锦）', 'introduced'],
    [`${NEW}（原名${OLD}）扩产。`, OLD, 'former'],
    [`${NEW}，前身为${OLD}。`, OLD, 'former'],
    [`${OLD}正式更名为${NEW}。`, OLD, 'former'],
    [`${OLD}正式更名为${NEW}。`, NEW, undefined],
    [`${NEW}原料不足。`, NEW, undefined],
  ] as const)('%s: %s is %s', (text, form, role) => {
    const start = text.lastIndexOf(form)
    expect(roleAt(text, cleanSpan(start, start + form.replace(/[”）]$/u, '').length), 'COMPANY')).toBe(role)
  })

  test('a person is never renamed', () => {
    expect(roleAt('周远帆（原名周大山）', cleanSpan(6, 9), 'PERSON')).toBeUndefined()
  })
})

describe('joinFormerNames', () => {
  const joined = (text: string, forms: readonly string[], kind: EntityMention['kind'] = 'COMPANY'): string[][] => {
    const mentions = mentionsIn(text, kind, forms)
    return joinFormerNames(text, mentions, clusterMentions(text, mentions)).map(({ name, aliases }) => [name, ...aliases])
  }

  test.each([
    [`${NEW}（原名${OLD}）扩产。`, [NEW, OLD], [[NEW, OLD]]],
    [`${NEW}（曾用名：“${OLD}”）扩产。`, [NEW, OLD], [[NEW, OLD]]],
    [`${OLD}更名为${NEW}。`, [OLD, NEW], [[NEW, OLD]]],
    [`${OLD}与${NEW}合作。`, [OLD, NEW], [[OLD], [NEW]]],
    [`${NEW}的前身是一家小厂，${OLD}是同行。`, [NEW, OLD], [[NEW], [OLD]]],
  ] as const)('%s', (text, forms, expected) => {
    expect(joined(text, forms)).toEqual(expected)
  })

  test('an earlier plan is not the new one', () => {
    expect(joined('“云锦计划”更名为“澜石行动”。', ['云锦计划', '澜石行动'], 'INITIATIVE')).toHaveLength(2)
  })
})
