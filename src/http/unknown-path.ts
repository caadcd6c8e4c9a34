import type { FastifyReply, FastifyRequest } from 'fastify'
import { errorBody } from './pylon/error-body.ts'
import { pylonCallOf, withoutVersion } from './pylon/pylon-call.ts'
import type { Route } from './route.ts'

/** Answers what no route takes: 405 with `Allow` where the path exists, else 404. */
export function unknownPathAnswer(routes: readonly Route[]) {
  const patterns = routes.map(route => ({
    pattern: new RegExp(
      `^${withoutVersion(route.path)
        .replaceAll('.', '\\.')
        .replace(/\{\w+\}/g, '[^/]+')}/?$`
    ),
    methods: route.method === 'GET' && !route.noHead ? ['GET', 'HEAD'] : [route.method]
  }))
  return (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.raw.url?.split(/[?#]/, 1)[0] ?? ''
    const methods = patterns.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods)
    if (methods.length === 0) {
      const sentence = 'There is nothing at this path: GET /docs says what there is.'
      return answer(reply.code(404), errorBody(request, [sentence]))
    }
    const allowed = [...new Set(methods)].join(', ')
    reply.header('allow', allowed)
    // What a browser asks before it sends a request with credentials from another site's page.
    if (request.method === 'OPTIONS' && pylonCallOf(request.raw)) return reply.code(204).send()
    return answer(reply.code(405), errorBody(request, [`This path takes ${allowed}.`]))
  }
}

function answer(reply: FastifyReply, body: object) {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}
