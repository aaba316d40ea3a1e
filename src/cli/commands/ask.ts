import { graphql } from 'graphql'
import { Command, Option } from 'commander'
import { makeContext } from '../../api/context.js'
import { makeSchema } from '../../api/schema.js'
import { ask, type AskAnswer } from '../../ask/ask.js'
import { LOCAL_ACTOR, type Principal } from '../../auth/principal.js'
import type { GraphStore } from '../../store/port.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { outline } from '../../ask/outline.js'
import { withStore } from '../with-store.js'

interface AskCommandOptions {
  readonly format: 'text' | 'json'
}

export const askCommand: CommandFactory = (run) =>
  new Command('ask')
    .description('用普通的中文或英文提问\nask a plain question in Chinese or English')
    .argument('<question...>', '问题，如 哪些企业与某园区有关 · the question')
    .addOption(new Option('-f, --format <format>', '输出格式 · output format').choices(['text', 'json']).default('text'))
    .action((words: string[], options: AskCommandOptions) => run((context) => askFrom(context, words.join(' '), options)))

/** The person at the shell may read all. */
const LOCAL: Principal = { actor: LOCAL_ACTOR, role: 'reader', how: 'local' }

function answerOf(store: GraphStore, question: string): Promise<AskAnswer> {
  const schema = makeSchema()
  return ask(store, question, {
    today: new Date(),
    run: async (source, variableValues) => {
      const { data, errors } = await graphql({ schema, source, variableValues, contextValue: makeContext(store, LOCAL) })
      const [error] = errors ?? []
      if (error !== undefined) throw error.originalError ?? error
      return data
    },
  })
}

const both = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${zh} · ${en}`

/** The answer for reading: what was understood, then what was found, or what can be asked instead. */
function asText({ outcome, understood, names, answer, candidates, ignored, nearest }: AskAnswer): string {
  const lines = [both(understood)]
  if (outcome === 'UNDERSTOOD') lines.push(...names.filter(({ given, entity }) => given !== entity.name).map(({ given, entity }) => `  ${given} = ${entity.name} ${entity.id}`))
  if (ignored.length > 0 && outcome === 'UNDERSTOOD') lines.push(`  未理会 · left out: ${ignored.join('、')}`)
  for (const { given, entity } of candidates) lines.push(`  ? ${given} = ${entity.name} ${entity.id} (${entity.kind}, ${entity.articleCount})`)
  if (nearest.length > 0) lines.push('可以这样问 · you can ask:', ...nearest.map((question) => `  - ${both(question)}`))
  if (outcome === 'UNDERSTOOD') lines.push('', outline(answer))
  return `${lines.join('\n')}\n`
}

async function askFrom({ config, terminal }: CommandContext, question: string, { format }: AskCommandOptions): Promise<ExitCode> {
  const answer = await withStore(config, (store) => answerOf(store, question))
  await terminal.out(format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : asText(answer))
  return answer.outcome === 'UNDERSTOOD' ? EXIT.OK : EXIT.USAGE
}
