import { Writable } from 'node:stream'
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { Command } from 'commander'
import { createServer } from '../../api/server.js'
import { PolicyGraphError } from '../../core/errors.js'
import { inProcess, overHttp, type AskGraph } from '../../mcp/ask-graph.js'
import { createMcpServer } from '../../mcp/mcp-server.js'
import type { CommandContext, CommandFactory, Terminal } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { faultLog, openLog } from '../process-log.js'
import { programVersion } from '../program-version.js'
import { withStore } from '../with-store.js'

interface McpCommandOptions {
  readonly server?: string
  readonly base?: string
}

export const mcpCommand: CommandFactory = (run) =>
  new Command('mcp')
    .description('经标准输入输出为 AI 助手提供只读问答（MCP），直到对方断开\nanswer assistants over stdin and stdout (MCP), reading only, until they hang up')
    .option('--server <url>', '改向一个正在运行的服务提问；令牌取自 POLICYGRAPH_API_TOKEN · ask a running server; the token is POLICYGRAPH_API_TOKEN')
    .option('--base <url>', '固定链接的网址前缀 · address that permalinks begin with')
    .action((options: McpCommandOptions) => run((context) => mcp(context, options)))

/** An address of a server, ending in `/`. */
function address(text: string, option: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new PolicyGraphError('BAD_INPUT', `${option} 应为 http(s) 网址，而不是“${text}” · ${option} must be an http(s) address, not "${text}"`)
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/** Serves one client; ends when it closes our input or at a signal. */
async function serveClient(ask: AskGraph, base: string, { terminal, signal }: CommandContext): Promise<void> {
  const transport = new StdioServerTransport(terminal.stdin, stdoutOf(terminal))
  await new Promise<void>((resolve) => {
    const served = serveStdio(() => {
      const server = createMcpServer({ ask, base, version: programVersion() })
      server.server.onclose = resolve
      return server
    }, { transport, onerror: (error) => { terminal.say(error.message) } })
    const stop = (): void => {
      void served.close().finally(resolve)
    }
    terminal.stdin.once('end', stop)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    terminal.say('MCP：等待助手 · waiting for an assistant')
  })
}

const stdoutOf = (terminal: Terminal): Writable => new Writable({
  decodeStrings: false,
  write: (chunk: string | Buffer, _, done) => {
    terminal.out(String(chunk)).then(() => { done() }, (error: unknown) => { done(error instanceof Error ? error : new Error(String(error))) })
  },
})

async function mcp(context: CommandContext, options: McpCommandOptions): Promise<ExitCode> {
  const { config } = context
  const local = `http://${config.host}:${config.port}/`
  if (options.server !== undefined) {
    const server = address(options.server, '--server')
    await serveClient(overHttp(server, config.apiToken), options.base === undefined ? server : address(options.base, '--base'), context)
    return EXIT.OK
  }
  const base = address(options.base ?? config.publicUrl ?? local, '--base')
  await withStore(config, async (store) => {
    // A reader in particular: whoever talks over this pipe changes nothing.
    const server = createServer({ store, auth: { openRead: true, local: false }, limits: config.api.limits, log: faultLog(openLog(config, context.terminal)) })
    try {
      await serveClient(inProcess(server), base, context)
    } finally {
      await server.close()
    }
  })
  return EXIT.OK
}
