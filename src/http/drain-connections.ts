import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How long running answers may take once the server closes; then their connections are cut. */
const drainMs = 10_000

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
    setTimeout(() => server.server.closeAllConnections(), drainMs).unref()
    done()
  })
}
