// One Neo4j for a whole jest run, lent to one test file at a time, since its edition has one database.
// A client connects and waits for a line of JSON: {"server": null} asks it to start one and to tell
// {"server": {...}} or {"failed": "why"}; otherwise the line is what an earlier client told. Closing the connection gives
// the lease back, so a crashed test cannot keep it.
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

/** Starts the lender; resolves to { port, stop() }. */
export async function lendNeo4j() {
  const waiting = []
  let holder
  let known = { server: null }
  const isGone = (pid) => {
    try {
      process.kill(pid, 0)
      return false
    } catch {
      return true
    }
  }
  const next = () => {
    holder = waiting.shift()
    if (holder === undefined) return
    if (known.server?.pid && isGone(known.server.pid)) known = { server: null }
    holder.write(`${JSON.stringify(known)}\n`)
  }
  const lender = createServer((socket) => {
    createInterface(socket).on('line', (line) => {
      known = JSON.parse(line)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      if (holder === socket) next()
      else waiting.splice(waiting.indexOf(socket), 1)
    })
    waiting.push(socket)
    if (holder === undefined) next()
  })
  await new Promise((resolve) => lender.listen(0, '127.0.0.1', resolve))
  lender.unref()
  const stop = async () => {
    lender.close()
    const pid = known.server?.pid
    if (!pid || isGone(pid)) return
    process.kill(pid, 'SIGTERM')
    while (!isGone(pid)) await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { port: lender.address().port, stop }
}
