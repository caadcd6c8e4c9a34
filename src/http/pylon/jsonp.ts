import type { FastifyReply, FastifyRequest } from 'fastify'
import { InvalidRequest } from '../../errors.ts'
import { queryOf } from '../route.ts'

const callbackName = /^[A-Za-z_$][\w$.]{0,99}$/

/** Throws InvalidRequest for a callback that is more than the name of a function. */
export function requireCallback(request: FastifyRequest): void {
  const { callback } = queryOf(request)
  if (callback !== undefined && !callbackName.test(callback)) {
    throw new InvalidRequest(
      'callback is invalid; it must be the name of a function: 1 to 100 letters, digits, underscores, dollar signs and dots'
    )
  }
}

/** The body of an answer as a script that calls the function that the request names; nothing when it names none. */
export function asScript(request: FastifyRequest, reply: FastifyReply, body: unknown): string | undefined {
  const { callback } = queryOf(request)
  if (callback === undefined || !callbackName.test(callback) || typeof body !== 'string' || body === '') {
    return undefined
  }
  reply.type('text/javascript; charset=utf-8')
  // The comment keeps a browser's plugins from taking the name for the start of their own format.
  return `/**/${callback}(${body.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')});`
}
