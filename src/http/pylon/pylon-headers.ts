import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { pylonCallOf } from './pylon-call.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What every answer of the Task API carries, whatever it says. */
export function setPylonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  const call = pylonCallOf(request.raw)
  if (!call) return
  reply
    .header('x-api-version', call.version)
    .header('x-datasift-request-id', uuid.test(request.id) ? request.id.replaceAll('-', '') : randomId())
    .header('access-control-allow-origin', '*')
    .header('access-control-allow-headers', 'Authorization,Content-Type')
    .header('access-control-allow-methods', 'GET,POST,PUT,DELETE')
}

function randomId(): string {
  return randomBytes(16).toString('hex')
}
