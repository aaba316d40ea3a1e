import { Command } from 'commander'
import { FINDINGS, type Finding } from '../../verify/finding.js'
import { verifyGraph } from '../../verify/verify-graph.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { withStore } from '../with-store.js'

export const verifyCommand: CommandFactory = (run) =>
  new Command('verify')
    .description('核对全库：引句与原文逐字一致、事实有据、边与事实相符；有误则列出并以 1 退出\ncheck that every quote is its slice of the raw text; exit 1 with a list when not')
    .option('--json', '把结果以 JSON 写到标准输出 · print the result as JSON on stdout')
    .action((options: { readonly json?: true }) => run((context) => verify(context, options.json === true)))

/** Findings shown one by one; the rest are counted. */
const SHOWN = 50

async function verify({ config, terminal, signal }: CommandContext, json: boolean): Promise<ExitCode> {
  return withStore(config, async (store) => {
    const found: Finding[] = []
    for await (const item of verifyGraph(store, signal)) {
      found.push(item)
      if (!json && found.length <= SHOWN) await terminal.out(`${item.code}\t${item.id}\t${item.detail}\n`)
    }
    if (signal.aborted) return EXIT.INTERRUPTED
    const [counts] = await store.read('counts')
    if (json) await terminal.out(`${JSON.stringify({ ok: found.length === 0, counts, findings: found }, null, 2)}\n`)
    for (const code of new Set(found.map((item) => item.code))) terminal.say(`${found.filter((item) => item.code === code).length} × ${FINDINGS[code]}`)
    const size = `${Number(counts?.['articles'] ?? 0)} 篇文章、${Number(counts?.['facts'] ?? 0)} 条事实、${Number(counts?.['evidence'] ?? 0)} 条证据`
    terminal.say(found.length === 0 ? `全部核对无误：${size} · all is sound` : `发现 ${found.length} 处错误：${size} · ${found.length} findings`)
    return found.length === 0 ? EXIT.OK : EXIT.FINDINGS
  })
}
