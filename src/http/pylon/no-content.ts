import type { FastifyReply } from 'fastify'

/** An answer without a body, which said that it is a page. */
export function noContent(reply: FastifyReply) {
  return reply.code(204).header('content-type', 'text/html').send()
}
