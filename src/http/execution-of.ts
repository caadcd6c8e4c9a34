import type { FastifyRequest } from 'fastify'
import { InvalidRequest, NotFound } from '../errors.ts'
import { isExecutionId } from '../jobs/fingerprint.ts'
import { queryOf } from './route.ts'

/** Checks what somebody gave as a job hash; what cannot be one does not exist, and no store is asked for it. */
export function toExecutionHash(text: unknown): string {
  if (typeof text === 'string' && isExecutionId(text)) return text
  throw new NotFound('There is no such execution: send the job hash that /execute answered.')
}

/** The job hash in the query; throws InvalidRequest when there is none. */
export function executionInQuery(request: FastifyRequest): string {
  const { execution } = queryOf(request)
  if (execution) return toExecutionHash(execution)
  throw new InvalidRequest(`Say which execution: ${request.routeOptions.url}?execution={job_hash}.`)
}

/** The job hash in the path. */
export function executionInPath(request: FastifyRequest): string {
  return toExecutionHash((request.params as { execution?: unknown }).execution) // Every route that asks has this part.
}
