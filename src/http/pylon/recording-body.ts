import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Recording } from '../../jobs/recordings/recording.ts'
import { isSince } from './pylon-call.ts'
import { hash40, unixTime } from './pylon-schemas.ts'

export const RecordingObject = Type.Object({
  id: hash40('The recording.'),
  identity_id: Type.Union([Type.String(), Type.Null()], { description: 'Whose it is; null for that of everything.' }),
  volume: Type.Integer({ minimum: 0, description: 'How many interactions belong to it.' }),
  start: unixTime('When it was started.'),
  end: Type.Union([unixTime('When it was stopped.'), Type.Null()]),
  status: Type.Enum(['running', 'stopped']),
  name: Type.String(),
  reached_capacity: Type.Boolean(),
  hash: Type.String({ description: 'Its filter.' }),
  remaining_index_capacity: Type.Integer(),
  remaining_account_capacity: Type.Integer()
})

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
