import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'

/** One line for each request, and its figures. A token never gets here: no query string, no body, no header is logged. */
export function noteRequest(
  log: Logger,
  metrics: Metrics,
  request: FastifyRequest,
  reply: FastifyReply,
  isPolled: boolean
) {
  const route = request.routeOptions.url ?? 'none'
  const status = reply.statusCode
  metrics.requestAnswered(request.method, route, status, reply.elapsedTime / 1000)
  const level = isPolled && status < 400 ? 'debug' : 'info'
  if (!log.isLevelEnabled(level)) return
  log[level](
    {
      reqId: request.id,
      method: request.method,
      path: loggablePath(request.raw.url ?? ''),
      status,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(request.caller && { account: request.caller.accountId })
    },
    'request'
  )
}

const longestPath = 200
// Slips put a token into the path: `/status&access_token=T`, or `%3F` for the question mark.
const tokenAndRest = /access(?:_|%5f)token.*/i
const tokenLike = /[0-9a-f]{32,}/gi

/** A path without what may be a token. */
export function loggablePath(url: string): string {
  const path = url.split(/[?#;]/, 1)[0] ?? ''
  return path.slice(0, longestPath).replace(tokenAndRest, 'access_token=…').replace(tokenLike, '…')
}
