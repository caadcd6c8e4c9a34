import type { FastifyRequest } from 'fastify'
import { pylonCallOf } from './pylon-call.ts'

/** An error's sentences as the API that was called writes them. */
export function errorBody({ raw }: FastifyRequest, errors: readonly string[]): object {
  return pylonCallOf(raw) ? { error: errors.join(' ') } : { errors }
}
