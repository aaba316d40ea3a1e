import { Command } from 'commander'
import type { RunAction, Terminal } from './command.js'
import { askCommand } from './commands/ask.js'
import { auditCommand } from './commands/audit.js'
import { backupCommand, migrateCommand } from './commands/backup.js'
import { checkCommand } from './commands/check.js'
import { dossierCommand } from './commands/dossier.js'
import { exportCommand } from './commands/export.js'
import { enqueueCommand } from './commands/enqueue.js'
import { extractCommand } from './commands/extract.js'
import { historyCommand } from './commands/history.js'
import { identityCommand } from './commands/identity.js'
import { ingestCommand } from './commands/ingest.js'
import { judgeCommand } from './commands/judge.js'
import { mcpCommand } from './commands/mcp.js'
import { neo4jCommand } from './commands/neo4j.js'
import { decideCommand, proposalsCommand, proposeCommand } from './commands/proposals.js'
import { queryCommand } from './commands/query.js'
import { queueCommand } from './commands/queue.js'
import { restoreCommand, retractCommand } from './commands/retract.js'
import { reviewCommand } from './commands/review.js'
import { schemaCommand } from './commands/schema.js'
import { serveCommand } from './commands/serve.js'
import { startCommand } from './commands/start.js'
import { tokenCommand } from './commands/token.js'
import { verifyCommand } from './commands/verify.js'
import { workerCommand } from './commands/worker.js'

/** In the order in which a newcomer meets them. */
const COMMANDS = [startCommand, ingestCommand, extractCommand, askCommand, queryCommand, checkCommand, verifyCommand, serveCommand, exportCommand, dossierCommand, queueCommand, reviewCommand, historyCommand, proposeCommand, proposalsCommand, decideCommand, identityCommand, judgeCommand, retractCommand, restoreCommand, auditCommand, tokenCommand, mcpCommand, enqueueCommand, workerCommand, backupCommand, migrateCommand, schemaCommand, neo4jCommand]

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法 · Usage:',
  'Arguments:': '参数 · Arguments:',
  'Options:': '选项 · Options:',
  'Commands:': '命令 · Commands:',
}

const AFTER = `
先试试 · Try first:
  npm start                                                    载入示例文章并启动服务 · load the samples and serve
  npm run -s policygraph -- ingest 文章.txt 文件夹/            入库 · into the graph
  npm run -s policygraph -- query firms-linked-to --param initiative=长江口

环境变量 · Environment:
  POLICYGRAPH_DATA  内嵌图库所在文件夹，默认 data · folder of the embedded graph
  PORT, HOST        服务的端口与地址，默认 4000 与 127.0.0.1 · port and address of the server
  POLICYGRAPH_PUBLIC_URL  读者所用的网址，链接以它开头（置于代理之后时） · address that readers use, when it is a proxy's
  POLICYGRAPH_TOKENS  令牌文件，默认为图库文件夹中的 tokens.json；另见 POLICYGRAPH_OPEN_READ、POLICYGRAPH_JWT_*（docs/review.md） · file of access tokens
  REDIS_URL         入库队列（enqueue、worker），默认 redis://127.0.0.1:6379 · queue of ingestion
  NEO4J_URI         设置后改用 Neo4j；另见 NEO4J_USER、NEO4J_PASSWORD、NEO4J_DATABASE · use Neo4j instead

退出码 · Exit codes:
  0 完成 done · 1 已运行完，但发现问题 ran, found something wrong · 2 用法或名称有误 usage or unknown name
  3 图库不可用 store not usable · 4 端口被占用或缺少程序 port taken or program missing · 70 程序故障 fault · 130 被中断 interrupted
`

/** The command line. commander throws instead of exiting, and speaks through the terminal. */
export function buildProgram(run: RunAction, terminal: Terminal, version: string): Command {
  const program = new Command('policygraph')
    .description('政策实体知识图谱：每条关系都附原文引句。\nA knowledge graph of policy entities in which every link carries the sentence that proves it.')
    .version(version, '-V, --version', '显示版本 · show the version')
    .helpCommand(false)
    .addHelpText('after', AFTER)
  for (const make of COMMANDS) program.addCommand(make(run))
  for (const command of [program, ...program.commands.flatMap((command) => [command, ...command.commands])]) {
    command
      .exitOverride()
      .showHelpAfterError('（加 --help 查看用法 · add --help for usage）')
      .helpOption('-h, --help', '显示帮助 · show this help')
      .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
      .configureOutput({
        writeOut: (text) => void terminal.out(text),
        writeErr: (text) => {
          terminal.say(text.trimEnd())
        },
      })
  }
  return program
}
