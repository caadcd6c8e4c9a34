import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Route } from './route.ts'

/** Answers what no route takes: 405 with `Allow` where the path exists, else 404. */
export function unknownPathAnswer(routes: readonly Route[]) {
  const patterns = routes.map(route => ({
    pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`),
    methods: route.method === 'GET' && !route.noHead ? ['GET', 'HEAD'] : [route.method]
  }))
  return (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.raw.url?.split(/[?#]/, 1)[0] ?? ''
    const methods = patterns.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods)
    if (methods.length === 0) {
      return reply.code(404).send({ errors: ['There is nothing at this path: GET /docs says what there is.'] })
    }
    const allowed = [...new Set(methods)].join(', ')
    return reply
      .code(405)
      .header('allow', allowed)
      .send({ errors: [`This path takes ${allowed}.`] })
  }
}
