import { Command } from 'commander'
import { join } from 'node:path'
import { parsePort } from '../../config.js'
import { startLocalNeo4j } from '../../store/neo4j/local/start-local-neo4j.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'

interface Neo4jOptions {
  readonly port: string
  readonly folder?: string
}

export const neo4jCommand: CommandFactory = (run) =>
  new Command('neo4j')
    .description('在本机启动 Neo4j，不需要 Docker（需要 JDK 17 或 21 与 Maven）；Ctrl-C 停止\nrun a local Neo4j without Docker (needs a JDK and Maven) until Ctrl-C')
    .option('--port <port>', 'Bolt 端口，只在本机监听 · Bolt port, loopback only', '7687')
    .option('--folder <folder>', '数据文件夹，默认 data/neo4j · data folder')
    .action((options: Neo4jOptions) => run((context) => runNeo4j(context, options)))

/** Runs the server until the signal fires or the server ends by itself. The password is shown on the first start only. */
export async function runNeo4j({ config, terminal, signal }: CommandContext, options: Neo4jOptions): Promise<ExitCode> {
  const folder = options.folder ?? join(config.dataFolder, 'neo4j')
  const server = await startLocalNeo4j({
    folder,
    port: parsePort(options.port, '--port'),
    log: (line) => {
      terminal.say(line)
    },
  })
  terminal.say('Neo4j 已就绪，另开一个终端使用 · Neo4j is up; in another terminal:')
  terminal.say(`  export NEO4J_URI=${server.uri}`)
  terminal.say(`  export NEO4J_USER=${server.user}`)
  terminal.say(server.firstStart
    ? `  export NEO4J_PASSWORD=${server.password}`
    : `  export NEO4J_PASSWORD="$(cat '${join(folder, 'password')}')"`)
  if (server.firstStart) terminal.say(`密码只显示这一次，保存在 ${join(folder, 'password')} · the password is shown this once and kept there`)
  terminal.say('按 Ctrl-C 停止 · Ctrl-C stops it')
  const stopped = new Promise<'asked'>((resolve) => {
    if (signal.aborted) resolve('asked')
    signal.addEventListener('abort', () => {
      resolve('asked')
    })
  })
  const why = await Promise.race([stopped, server.exited.then(() => 'ended' as const)])
  await server.stop()
  terminal.say(why === 'asked' ? 'Neo4j 已停止 · Neo4j has stopped' : `Neo4j 意外退出，日志见 ${join(folder, 'logs')} · Neo4j ended by itself; see its logs`)
  return why === 'asked' ? EXIT.OK : EXIT.STORE
}
