import type { CallToolResult, McpServer, StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import { isPolicyGraphError } from '../core/errors.js'
import type { AskGraph, GraphError } from './ask-graph.js'
import { withLinks, type Permalinks } from './links.js'

/** A tool is a GraphQL question with words for its answer. */

export interface ToolSpec<Input extends z.ZodObject> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Input
  readonly document: string
  /** Lines of text for what the one root field gave. */
  readonly say: (answer: unknown, links: Permalinks, given: z.output<Input>) => readonly string[]
}

export interface ToolSurroundings {
  readonly server: McpServer
  readonly ask: AskGraph
  readonly links: Permalinks
}

export interface Tool {
  readonly name: string
  readonly document: string
  readonly register: (surroundings: ToolSurroundings) => void
}

const failed = (lines: readonly string[], error: Readonly<Record<string, unknown>>): CallToolResult =>
  ({ isError: true, content: [{ type: 'text', text: lines.join('\n') }], structuredContent: { error } })

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What may have been meant, as the server lists it beside AMBIGUOUS_NAME and NOT_FOUND. */
function choices(extensions: Readonly<Record<string, unknown>>): readonly string[] {
  return ['candidates', 'nearest'].flatMap((key) => {
    const list: unknown = extensions[key]
    return Array.isArray(list) ? list.map((item: unknown) => {
      if (typeof item !== 'object' || item === null) return `? ${String(item)}`
      const fields: Readonly<Record<string, unknown>> = { ...item }
      return `? ${['name', 'kind', 'subkind', 'id'].map((field) => textOf(fields[field])).filter((part) => part !== '').join(' ')}`
    }) : []
  })
}

function refusal({ message, extensions = {} }: GraphError): CallToolResult {
  const code = textOf(extensions['code'])
  return failed([`${code}: ${message}`, ...choices(extensions)], { ...extensions, code, message })
}

function fault(error: unknown): CallToolResult {
  if (!isPolicyGraphError(error)) throw error
  return refusal({ message: error.message, extensions: { ...error.details, code: error.code } })
}

/** Makes a tool that reads and changes nothing. */
export const defineTool = <Input extends z.ZodObject>({ name, title, description, input, document, say }: ToolSpec<Input>): Tool => ({
  name, document,
  register: ({ server, ask, links }) => {
    const run = async (given: z.output<Input>, signal: AbortSignal): Promise<CallToolResult> => {
      const { data, errors } = await ask(document, given, signal)
      const [error] = errors ?? []
      if (error !== undefined || data == null) return refusal(error ?? { message: '没有回答 · no answer', extensions: { code: 'INTERNAL' } })
      const [answer] = Object.values(data)
      return { content: [{ type: 'text', text: say(answer, links, given).join('\n') }], structuredContent: { data: withLinks(data, links) } }
    }
    // The SDK cannot type what a generic schema gives; it parses by that schema all the same.
    const inputSchema: StandardSchemaWithJSON = input
    server.registerTool(
      name,
      { title, description, inputSchema, annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } },
      (given, { mcpReq }) => run(given as z.output<Input>, mcpReq.signal).catch(fault),
    )
  },
})
