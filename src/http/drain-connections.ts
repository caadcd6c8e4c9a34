import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How long running answers may take once the server closes; then their connections are cut. */
const drainMs = 10_000
const lookMs = 50

/**
 * Lets a closing server come to its end. Node closes idle connections, but neither those that were opened ahead and never asked
 * anything (browsers and Node's fetch do that) nor those whose client never stops sending.
 */
export function drainConnections(server: FastifyInstance): void {
  const unused = new Set<Socket>()
  const opened = (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  }
  server.server.on('connection', opened).on('secureConnection', opened)
  server.server.on('request', request => unused.delete(request.socket))
  server.addHook('preClose', done => {
    for (const socket of unused) socket.destroy()
    // An answer that was under way, a stream for instance, leaves its connection idle when it ends.
    const idle = setInterval(() => server.server.closeIdleConnections(), lookMs).unref()
    const all = setTimeout(() => server.server.closeAllConnections(), drainMs).unref()
    server.server.once('close', () => {
      clearInterval(idle)
      clearTimeout(all)
    })
    done()
  })
}
