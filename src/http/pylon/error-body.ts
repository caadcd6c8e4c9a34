import type { FastifyRequest } from 'fastify'
import { pylonCallOf } from './pylon-call.ts'

/** An error's sentences as the API that was called writes them. */
export function errorBody({ raw }: FastifyRequest, errors: readonly string[]): object {
  if (!pylonCallOf(raw)) return { errors }
  const last = errors.length - 1
  // Most sentences of this API have no full stop.
  return { error: errors.map((sentence, at) => (at < last ? sentence.replace(/\.?$/, '.') : sentence)).join(' ') }
}
