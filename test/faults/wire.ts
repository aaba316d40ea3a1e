import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A wire to a server on this machine that can be cut and mended. */
export interface Wire {
  readonly port: number
  /** Ends all connections and takes no new ones. */
  cut(): void
  mend(): Promise<void>
}

export async function wireTo(target: number): Promise<Wire> {
  const open = new Set<Socket>()
  const carry = (near: Socket): void => {
    const far = connect(target, '127.0.0.1')
    for (const [one, other] of [[near, far], [far, near]] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => { other.destroy() })
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  }
  const listen = async (port: number): Promise<Server> => {
    const server = createServer(carry).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  let server = await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    port,
    cut: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
    mend: async () => { server = await listen(port) },
  }
}
