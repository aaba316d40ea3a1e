import { plainForm } from '../../4-resolve/same-name.js'
import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt } from '../passage.js'
import type { FactDraft, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

const VERB = /(?:参与|参加|加入|入驻|落户|落地|进驻|入园|参建|承建|承担|承接|建设|融入|服务|联合打造|共建|纳入|入围|布局|签约|投建|扎根)(?:了|到|于)?/g
const JOINED = new Set(['ZONE', 'PROGRAM', 'STRATEGY', 'PROJECT', 'POLICY'])

/** 参与, 入驻, 承建: bodies that join an initiative; and the firm whose name the project carries. */
export const participates: Rule = {
  id: 'participates/1',
  doc: 'A firm, body or place before a verb of joining and the initiative after it.',
  emits: ['PARTICIPATES_IN'],
  match(context) {
    const { discourse } = context
    const drafts: FactDraft[] = []
    for (const passage of discourse.passages) {
      for (const target of passage.references.filter((reference) => JOINED.has(reference.subkind))) {
        const clause = clauseAt(passage, discourse.text, target.start)
        const verb = [...discourse.text.slice(clause.start, target.start).matchAll(VERB)].at(-1)
        if (!verb || target.start - (clause.start + verb.index + verb[0].length) > 14) continue
        const at = clause.start + verb.index
        if (/建设|服务|落地|签约|布局|承担/.test(verb[0]) && target.subkind !== 'PROJECT') continue
        const agents = agentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION'], { carry: false, reach: 50 })
        const sentence = passage.sentence.index
        for (const agent of agents?.references ?? []) {
          drafts.push({
            type: 'PARTICIPATES_IN', subject: agent.entity, object: target.entity, fromSentence: sentence, toSentence: sentence, cue: verb[0],
            modality: modalityAt(discourse.text, passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: agent.anaphoric ? 'IMPLIED' : 'STATED',
          })
        }
      }
    }
    return drafts
  },
}

/** 某集团电池产业园项目: a project that bears the name of a firm of the article is the firm's. */
export const namedForFirm: Rule = {
  id: 'named-for-firm/1',
  doc: 'A project whose name begins with a firm that the article also names by itself.',
  emits: ['PARTICIPATES_IN'],
  match({ discourse }) {
    const { locals } = discourse.article
    return discourse.passages.flatMap((passage) =>
      passage.references.filter((reference) => reference.subkind === 'PROJECT' && !reference.anaphoric).flatMap((reference): FactDraft[] => {
        const name = plainForm(discourse.text.slice(reference.start, reference.end))
        const owner = locals.findIndex((local) => local.kind === 'COMPANY' && [local.name, ...local.aliases].some((form) => form.length >= 2 && name.startsWith(plainForm(form)) && name !== plainForm(form)))
        const sentence = passage.sentence.index
        return owner < 0 ? [] : [{ type: 'PARTICIPATES_IN', subject: owner, object: reference.entity, fromSentence: sentence, toSentence: sentence, cue: name, modality: 'ASSERTED', strength: 'IMPLIED' }]
      }),
    )
  },
}
