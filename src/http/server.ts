import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type RouteOptions } from 'fastify'
import { InvalidRequest, Unavailable } from '../errors.ts'
import { version } from '../version.ts'
import { requireAcceptable } from './accept.ts'
import { authenticate } from './auth.ts'
import { answerBrokenRequest, answerUnknownExpectation } from './broken-request.ts'
import { documentationRoutes } from './documentation-routes.ts'
import { drainConnections } from './drain-connections.ts'
import { enrichAnewRoutes } from './enrich/enrich-anew-routes.ts'
import { enrichRoutes } from './enrich/enrich-routes.ts'
import { eraseRoutes } from './erase-routes.ts'
import { errorAnswer } from './error-answer.ts'
import { executionsRoutes } from './executions-routes.ts'
import type { HttpServices } from './http-services.ts'
import { importRoutes } from './import-routes.ts'
import { limits } from './limits.ts'
import { operationsRoutes } from './operations-routes.ts'
import { progressRoutes } from './progress-routes.ts'
import { adaptStatus } from './pylon/client-habits.ts'
import { errorBody } from './pylon/error-body.ts'
import { asScript } from './pylon/jsonp.ts'
import { pylonCallOf, readPylonUrl, withoutVersion } from './pylon/pylon-call.ts'
import { setPylonHeaders } from './pylon/pylon-headers.ts'
import { pylonRoutes } from './pylon/pylon-routes.ts'
import { parseQuery } from './query.ts'
import { noteRequest } from './request-log.ts'
import { resultRoutes } from './result-routes.ts'
import type { Route } from './route.ts'
import { publishedSchemata } from './schemata.ts'
import { statusRoutes } from './status-routes.ts'
import { submitRoutes } from './submit-routes.ts'
import { unknownPathAnswer } from './unknown-path.ts'

/** The HTTP server with every route, not listening yet. Draining and closing end progress streams and `Prefer: wait`; closing waits for running answers. */
export function createServer(services: HttpServices): FastifyInstance {
  const server = newFastify(services)
  const closing = new AbortController()
  server.addHook('preClose', done => {
    closing.abort()
    done()
  })

  const routes = allRoutes(services, AbortSignal.any([services.draining, closing.signal]))
  const polled = new Set(routes.filter(route => route.isPolled).map(route => fastifyPath(route.path)))
  leaveBodiesToHandlers(server)
  server.decorateRequest('caller')
  server.addHook('onRequest', (request, reply, done) => {
    setCommonHeaders(request, reply)
    if (services.draining.aborted) reply.header('connection', 'close')
    done(refusal(request.raw))
  })
  server.addHook('onSend', (request, reply, body, done) => {
    if (!pylonCallOf(request.raw)) return done(null, body)
    adaptStatus(request, reply)
    done(null, asScript(request, reply, body) ?? body)
  })
  server.addHook('onResponse', (request, reply, done) => {
    // What a refused body still sends is let pass, or the connection would hang.
    if (!request.raw.complete) request.raw.resume()
    noteRequest(services.log, services.metrics, request, reply, polled.has(request.routeOptions.url ?? ''))
    done()
  })
  drainConnections(server)
  server.server.on('checkExpectation', answerUnknownExpectation)
  server.setErrorHandler((error, request, reply) => answerError(services, error, request, reply))
  server.setNotFoundHandler(unknownPathAnswer(routes))
  for (const route of routes) server.route(toFastify(route, services))
  return server
}

function newFastify(services: HttpServices): FastifyInstance {
  const options = {
    // Its own lines would carry the query string, and the token in it: request-log.ts writes ours.
    logger: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId: requestId,
    rewriteUrl: readPylonUrl,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: limits.pathPartLength, querystringParser: parseQuery },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerError(services, error, request, reply)
  } as const
  // A client that vanished without a word is noticed by the network, so that its import or stream does not wait for ever.
  // Node would refuse a request without Host in no shape at all.
  const http = {
    maxHeaderSize: limits.headerBytes,
    requireHostHeader: false,
    keepAlive: true,
    keepAliveInitialDelay: 60_000
  }
  if (!services.tls) return Fastify({ ...options, http })
  // The type of a server depends on its options; the routes do not.
  return Fastify({ ...options, https: { ...http, ...services.tls } }) as unknown as FastifyInstance
}

function allRoutes(services: HttpServices, closing: AbortSignal): Route[] {
  const routes = [
    ...submitRoutes(services, closing),
    ...statusRoutes(services, closing),
    ...resultRoutes(services),
    ...executionsRoutes(services),
    ...progressRoutes(services, closing),
    ...importRoutes(services),
    ...enrichRoutes(services),
    ...enrichAnewRoutes(services),
    ...eraseRoutes(services),
    ...operationsRoutes(services),
    ...pylonRoutes({ ...services.pylon, verifyToken: services.verifyToken })
  ]
  return [...routes, ...documentationRoutes(routes, publishedSchemata(services.jobs, services.traits.off), version)]
}

// Handlers read the body themselves, after the token was checked, and as a tree, a text or a stream (read-body.ts).
function leaveBodiesToHandlers(server: FastifyInstance) {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, _payload, done) => done(null))
}

function toFastify(route: Route, services: HttpServices): RouteOptions {
  const { access, produces = ['application/json'] } = route
  return {
    method: route.method,
    url: fastifyPath(route.path),
    exposeHeadRoute: !route.noHead,
    async onRequest(request, reply) {
      if (route.admit) await route.admit(request, reply)
      else {
        if (access !== 'everybody') request.caller = await authenticate(request, services.verifyToken, access)
        requireAcceptable(request.headers.accept, produces)
      }
      if (route.startsWork && services.draining.aborted) {
        throw new Unavailable('The server is shutting down and takes no new work: try again in a moment.')
      }
      // Fastify refuses a type that it cannot read, whoever reads the body.
      if (route.anyContentType && !isReadableType(request.raw)) delete request.raw.headers['content-type']
    },
    handler: route.handler
  }
}

function setCommonHeaders(request: FastifyRequest, reply: FastifyReply) {
  reply
    .header('x-request-id', request.id)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
  setPylonHeaders(request, reply)
}

function fastifyPath(path: string): string {
  return withoutVersion(path).replace(/\{(\w+)\}/g, ':$1')
}

function isReadableType(request: IncomingMessage): boolean {
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(?:;|$)/.test(request.headers['content-type'] ?? '')
}

function refusal({ url, headers, httpVersion }: IncomingMessage): InvalidRequest | undefined {
  if (url?.includes('%00')) return new InvalidRequest('A NUL character (%00) has no place in a URL.')
  if (headers.host !== undefined || httpVersion === '1.0') return undefined
  return new InvalidRequest('A request of HTTP/1.1 has a Host header.')
}

function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID()
}

function answerError({ log }: HttpServices, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { status, headers, body } = errorAnswer(error, request.id)
  setCommonHeaders(request, reply) // Fastify refuses some requests before any hook runs.
  if (status === 500) log.error({ err: error, reqId: request.id }, 'a request failed')
  else if (status === 503 && error instanceof Error && error.cause) {
    log.warn({ err: error, reqId: request.id }, 'a request could not be answered')
  }
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .headers(headers)
    .send(JSON.stringify(errorBody(request, body.errors)))
}
