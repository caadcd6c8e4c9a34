import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How long running answers may take once the server closes; then their connections are cut. */
const drainMs = 10_000

type Connection = { socket: Socket; answers: number }

/**
 * Lets a closing server come to its end without cutting an answer: a connection goes when its last answer is written. Node
 * itself keeps connections that were opened ahead and never asked anything (browsers and fetch do that), and closes those
 * whose answer is ended but not yet written, as it is for a moment under TLS.
 */
export function drainConnections(server: FastifyInstance): void {
  const connections = new Map<string, Connection>()
  let isClosing = false

  // Under TLS a connection comes twice, as it is and as it is read; both have the same two ends.
  const opened = (socket: Socket) => {
    const [key, connection] = [endsOf(socket), { socket, answers: 0 }]
    connections.set(key, connection)
    socket.once('close', () => {
      if (connections.get(key) === connection) connections.delete(key)
    })
  }
  const closeIdle = () => {
    for (const { socket, answers } of connections.values()) if (answers === 0) socket.destroySoon()
  }

  server.server.closeIdleConnections = closeIdle // Node's close calls it.
  server.server.on('connection', opened).on('secureConnection', opened)
  server.server.on('request', (request, response) => {
    const connection = connections.get(endsOf(request.socket))
    if (!connection) return
    connection.answers++
    response.once('close', () => {
      connection.answers--
      if (isClosing) closeIdle()
    })
  })
  server.addHook('preClose', done => {
    isClosing = true
    const all = setTimeout(() => server.server.closeAllConnections(), drainMs).unref()
    server.server.once('close', () => clearTimeout(all))
    done()
  })
}

function endsOf({ remoteAddress, remotePort, localAddress, localPort }: Socket): string {
  return `${remoteAddress} ${remotePort} ${localAddress} ${localPort}`
}
