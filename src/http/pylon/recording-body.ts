import type { FastifyRequest } from 'fastify'
import type { Recording } from '../../jobs/recordings/recording.ts'
import { isSince } from './pylon-call.ts'

// Nothing here is bought by the interaction: a recording never runs full.
const capacity = 1_000_000

/** A recording on the wire. Before 1.3 recordings were known by their hash, and had no id. */
export function recordingBody({ raw }: FastifyRequest, recording: Recording, volume: number) {
  const { id, start, end, name, identityId, hash } = recording
  return {
    ...(isSince(raw, '1.3') && { id, identity_id: identityId }),
    volume,
    start,
    end,
    status: end === null ? 'running' : 'stopped',
    name,
    reached_capacity: false,
    hash,
    remaining_index_capacity: capacity,
    remaining_account_capacity: capacity
  }
}
