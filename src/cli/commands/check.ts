import { Command, Option } from 'commander'
import { checkSentence } from '../../answers/claims/check-sentence.js'
import { isVerdict, VERDICT_WORDS } from '../../answers/claims/verdict-words.js'
import type { StoreRow } from '../../store/port.js'
import { CLAIM_COLUMNS, claimRows } from '../claim-rows.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { renderRows, ROW_FORMATS, type RowFormat } from '../table.js'
import { withStore } from '../with-store.js'

interface CheckOptions {
  readonly asOf?: string
  readonly format: RowFormat | 'text'
}

export const checkCommand: CommandFactory = (run) =>
  new Command('check')
    .description('核查一句话：有没有文章这样说，凭哪句原文\ncheck one plain sentence: does any article say so, and which sentence proves it')
    .argument('<sentence>', '一句话，如 张某走访了某公司 · one plain sentence in Chinese')
    .option('--as-of <date>', '只计截至此日所知的证据 · only what was known by this day counts')
    .addOption(new Option('-f, --format <format>', '输出格式 · output format').choices(['text', ...ROW_FORMATS]).default('text'))
    .action((sentence: string, options: CheckOptions) => run((context) => check(context, sentence, options)))

const texts = (row: StoreRow, column: string): readonly string[] => {
  const value = row[column]
  return Array.isArray(value) ? value.map(String) : []
}

/** A row for reading: the claim, the verdict, then quotes or the nearest links. */
function asText(row: StoreRow): string {
  const verdict = row['verdict']
  const lines = [String(row['claim']), `  ${String(verdict)}  ${isVerdict(verdict) ? VERDICT_WORDS[verdict] : ''}`]
  for (const quote of texts(row, 'quotes')) lines.push(`  > ${quote}`)
  const links = texts(row, 'quotes').length > 0 ? [] : [...new Set([...texts(row, 'paths'), ...texts(row, 'nearest')])]
  for (const link of links) lines.push(`  ~ ${link}`)
  for (const candidate of texts(row, 'candidates')) lines.push(`  ? ${candidate}`)
  for (const reason of texts(row, 'reasons')) lines.push(`  - ${reason}`)
  return `${lines.join('\n')}\n`
}

async function check({ config, terminal }: CommandContext, sentence: string, { asOf, format }: CheckOptions): Promise<ExitCode> {
  const rows = await withStore(config, async (store) => claimRows(store, await checkSentence(store, { text: sentence, asOf })))
  await terminal.out(format === 'text' ? rows.map(asText).join('\n') : renderRows(format, CLAIM_COLUMNS, rows))
  return EXIT.OK
}
