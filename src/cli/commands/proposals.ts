import { Argument, Command, Option } from 'commander'
import { ENTITY_KINDS, RELATION_NAMES, RELATIONS, type RelationType } from '../../../schema/ontology/index.js'
import { articlesByIds } from '../../answers/lookups.js'
import { MAX_FIRST } from '../../answers/paging.js'
import { ACT_DECISIONS } from '../../core/acts.js'
import { PolicyGraphError } from '../../core/errors.js'
import { decideProposal, proposals, propose, type Proposal, type ProposalDecision } from '../../review/proposals.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { deciderOf, withDecider, type DeciderOptions } from '../decider.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { renderRows, ROW_FORMATS, type RowFormat } from '../table.js'
import { withStore } from '../with-store.js'

/** What extraction missed: pointed at by readers, decided by reviewers. */

const STATES = ACT_DECISIONS.PROPOSAL
const DECISIONS: Readonly<Record<string, ProposalDecision>> = { accept: 'ACCEPTED', decline: 'DECLINED', withdraw: 'WITHDRAWN' }

function statementOf({ entity, fact }: Proposal): string {
  if (entity !== null) return `${ENTITY_KINDS[entity.kind].label.zh} ${entity.name}`
  return fact === null ? '' : `${fact.subject} ${RELATIONS[fact.type].forward.zh}${fact.title === '' ? '' : `（${fact.title}）`} ${fact.object}${fact.modality === 'ASSERTED' ? '' : ` [${fact.modality}]`}`
}

interface ListOptions {
  readonly state: string
  readonly first: string
  readonly format: RowFormat
}

export const proposalsCommand: CommandFactory = (run) =>
  new Command('proposals')
    .description('读者提议补入的实体与事实，新者在前\nentities and facts that readers found missing, latest first')
    .addOption(new Option('--state <state>', '状态 · state').choices(STATES).default('OPENED'))
    .option('--first <count>', `条数，1–${MAX_FIRST} · how many`, '20')
    .addOption(new Option('-f, --format <format>', '输出格式 · output format').choices(ROW_FORMATS).default('table'))
    .action((options: ListOptions) => run((context) => list(context, options)))

const COLUMNS = ['id', 'state', 'statement', 'quote', 'article', 'by', 'reason']

async function list({ config, terminal }: CommandContext, { state, first, format }: ListOptions): Promise<ExitCode> {
  const states = STATES.filter((known) => known === state)
  return withStore(config, async (store) => {
    const page = await proposals(store, { states, first: Number(first) })
    const rows = page.edges.map(({ node }) => ({ id: node.id, state: node.state, statement: statementOf(node), quote: node.quote, article: node.articleId, by: node.by, reason: node.reason }))
    await terminal.out(renderRows(format, COLUMNS, rows))
    terminal.say(`共 ${page.totalCount} 项 · proposals`)
    return EXIT.OK
  })
}

export const decideCommand: CommandFactory = (run) =>
  withDecider(new Command('decide')
    .description('采纳或不采纳一项提议；采纳者即刻进入图中，withdraw 收回采纳\naccept or decline a proposal; what is accepted stands in the graph, withdraw takes it back')
    .argument('<proposal>', '提议编号，见 proposals · id of the proposal; see proposals')
    .addArgument(new Argument('<decision>', '决定 · decision').choices(Object.keys(DECISIONS))))
    .action((id: string, decision: string, options: DeciderOptions) => run((context) => decide(context, id, DECISIONS[decision] ?? 'DECLINED', options)))

async function decide({ config, terminal }: CommandContext, id: string, decision: ProposalDecision, options: DeciderOptions): Promise<ExitCode> {
  const who = deciderOf(options)
  return withStore(config, async (store) => {
    const proposal = await decideProposal(store, who, { id, decision, reason: options.reason })
    terminal.say(`${statementOf(proposal)}：${proposal.state}（${who.actor}）`)
    return EXIT.OK
  })
}

interface ProposeOptions extends DeciderOptions {
  readonly quote: string
  readonly title?: string
}

export const proposeCommand: CommandFactory = (run) =>
  withDecider(new Command('propose')
    .description('指出文章中漏抽的一条事实，交由审读\npoint at a fact that extraction missed in an article')
    .argument('<article>', '文章编号 · id of the article')
    .argument('<subject>', '主体：名称或 id · name or id')
    .addArgument(new Argument('<type>', '关系 · relation').choices(RELATION_NAMES))
    .argument('<object>', '客体：名称或 id · name or id')
    .requiredOption('--quote <text>', '原文中的一句，逐字，只出现一次 · words of the text, verbatim, that stand in it once')
    .option('--title <title>', '职务，仅 HOLDS_POSITION · the post'))
    .action((article: string, subject: string, type: RelationType, object: string, options: ProposeOptions) => run((context) => proposeFact(context, article, { subject, type, object }, options)))

interface Ends {
  readonly subject: string
  readonly type: RelationType
  readonly object: string
}

async function proposeFact({ config, terminal }: CommandContext, article: string, ends: Ends, options: ProposeOptions): Promise<ExitCode> {
  const who = deciderOf(options)
  return withStore(config, async (store) => {
    const rawText = (await articlesByIds(store, [article])).get(article)?.rawText ?? ''
    const start = rawText.indexOf(options.quote)
    if (rawText !== '' && (start < 0 || rawText.includes(options.quote, start + 1))) {
      throw new PolicyGraphError('BAD_INPUT', '引文须逐字见于原文，且只出现一次 · the quote must stand in the text, verbatim and once', { details: { argument: 'quote' } })
    }
    const proposal = await propose(store, who, { article, raw: { start, end: start + options.quote.length }, fact: { ...ends, title: options.title ?? '' }, reason: options.reason })
    terminal.say(`${proposal.id}  ${statementOf(proposal)}`)
    return EXIT.OK
  })
}
