import { Command } from 'commander'
import { parsePort } from '../../config.js'
import { accessNote } from '../access-note.js'
import type { CommandContext, CommandFactory } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { serveStore } from '../serve-store.js'
import { withStore } from '../with-store.js'

export const serveCommand: CommandFactory = (run) =>
  new Command('serve')
    .description('提供网页与 GraphQL 接口，直到 Ctrl-C\nserve the page and the GraphQL API until Ctrl-C')
    .option('--port <port>', '端口，默认取环境变量 PORT，再默认 4000；0 表示任选 · port; 0 takes a free one')
    .action((options: { readonly port?: string }) => run((context) => serve(context, options.port)))

async function serve(context: CommandContext, portText: string | undefined): Promise<ExitCode> {
  const { config, terminal } = context
  const port = portText === undefined ? config.port : parsePort(portText, '--port')
  await withStore(config, (store) =>
    serveStore(store, {
      ...context,
      port,
      onReady: (url) => {
        terminal.say(`服务已启动 · serving: ${url}    GraphQL: ${url}/graphql    Ctrl-C 停止 · stops it`)
        const note = accessNote(config)
        if (note !== '') terminal.say(note)
        return Promise.resolve()
      },
    }),
  )
  return EXIT.OK
}
