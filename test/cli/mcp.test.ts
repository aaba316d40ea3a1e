import { PassThrough } from 'node:stream'
import { Client } from '@modelcontextprotocol/client'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { runCli } from '../../src/cli/run-cli.js'
import { projectPath } from '../../src/core/paths.js'
import { CliBench } from './surroundings.js'

/** The command over a pipe, as a client starts it. The transport of the SDK is the same at both ends. */

const bench = new CliBench()

interface Running {
  readonly client: Client
  readonly code: Promise<number>
  readonly said: string[]
  readonly stop: AbortController
}

async function start(): Promise<Running> {
  const [toServer, fromServer] = [new PassThrough(), new PassThrough()]
  const said: string[] = []
  const stop = new AbortController()
  const code = runCli({
    argv: ['mcp'], env: { POLICYGRAPH_DATA: bench.dataFolder, PORT: '4321' }, signal: stop.signal,
    terminal: { out: (text) => { fromServer.write(text); return Promise.resolve() }, say: (line) => { said.push(line) }, screen: undefined, stdin: toServer },
  }).finally(() => { fromServer.end() })
  const client = new Client({ name: 'test', version: '0' })
  const transport = new StdioServerTransport(fromServer, toServer)
  await client.connect(transport)
  // A client hangs up by closing the pipe.
  transport.onclose = () => { toServer.end() }
  return { client, code, said, stop }
}

describe('policygraph mcp', () => {
  beforeAll(async () => {
    expect((await bench.run(['ingest', projectPath('samples')])).code).toBe(0)
  })

  it('answers over the pipe with permalinks under the port, and ends when its input does', async () => {
    const { client, code } = await start()
    const { content } = await client.callTool({ name: 'firms_linked_to', arguments: { initiative: '长江口' } })
    expect(JSON.stringify(content)).toContain('http://127.0.0.1:4321/fact/')
    await client.close()
    expect(await code).toBe(0)
  })

  it('ends at a signal and lets go of the graph', async () => {
    const { code, stop } = await start()
    stop.abort()
    expect(await code).toBe(0)
    const again = await start()
    again.stop.abort()
    expect(await again.code).toBe(0)
  })

  it.each([['--server', 'file:///etc/passwd'], ['--server', 'no address'], ['--base', 'javascript:alert(1)']])('refuses %s %s', async (option, text) => {
    const { code, said } = await bench.run(['mcp', option, text])
    expect(code).toBe(2)
    expect(said).toContain('BAD_INPUT')
  })
})
