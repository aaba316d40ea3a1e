import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LlmSettings } from '../../../../ingest/3-extract/llm/settings.js'

/** Answers one request; the body is what was asked. */
export type Answer = (response: ServerResponse, body: string, request: IncomingMessage) => void

/** An answer of a chat interface with this content. */
export const says = (content: unknown): Answer => (response) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: text } }] }))
}

/** A server of a chat interface on this machine; answers are given in turn, the last one for ever. */
export class StubModel {
  readonly #server: Server
  #answers: readonly Answer[] = []
  readonly asked: { readonly path: string; readonly key: string; readonly body: string }[] = []

  constructor() {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8')
        this.asked.push({ path: request.url ?? '', key: request.headers.authorization ?? '', body })
        const answer = this.#answers[Math.min(this.asked.length, this.#answers.length) - 1]
        if (answer) answer(response, body, request)
        else response.writeHead(500).end()
      })
    })
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  willAnswer(...answers: readonly Answer[]): void {
    this.#answers = answers
    this.asked.length = 0
  }

  get settings(): LlmSettings {
    return { url: new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`), model: 'stub', key: 'secret-key' }
  }
}
