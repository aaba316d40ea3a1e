import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web site on this machine; what a path answers is set by each test. */
export class LocalSite {
  readonly #server: Server
  readonly #paths = new Map<string, RequestListener>()
  /** Requests in order: path and user agent. */
  readonly visits: { readonly path: string; readonly agent: string }[] = []
  address = ''

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? ''
      this.visits.push({ path, agent: request.headers['user-agent'] ?? '' })
      const listener = this.#paths.get(path)
      if (listener) listener(request, response)
      else response.writeHead(404).end()
    })
  }

  /** Listens on a free port of the loopback. */
  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.address = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  reset(): void {
    this.#paths.clear()
    this.visits.length = 0
  }

  on(path: string, listener: RequestListener): void {
    this.#paths.set(path, listener)
  }

  serve(path: string, mediaType: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): void {
    this.on(path, (_, response) => response.writeHead(200, { 'content-type': mediaType, ...headers }).end(body))
  }

  redirect(path: string, to: string): void {
    this.on(path, (_, response) => response.writeHead(302, { location: to }).end())
  }
}
