// node scripts/ci/ask-mcp.mjs: starts the built `policygraph mcp` as an assistant does and asks the question that the product is for.
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'

const transport = new StdioClientTransport({ command: process.execPath, args: ['dist/src/cli/main.js', 'mcp'], env: process.env, stderr: 'inherit' })
const client = new Client({ name: 'ci', version: '0' })
await client.connect(transport)
const { content } = await client.callTool({ name: 'firms_linked_to', arguments: { initiative: '长江口' } })
const text = content.map((part) => part.text).join('\n')
await client.close()
const missing = ['江苏有感科技有限责任公司', 'CHAIN', '/fact/', 'policygraph://article/'].filter((word) => !text.includes(word))
if (missing.length > 0) {
  console.error(text, `\nmissing: ${missing.join(', ')}`)
  process.exitCode = 1
} else console.log(text.split('\n')[0])
