import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { TooMany } from '../../errors.ts'
import { json, type Route } from '../route.ts'
import { readWindow, windowParameters } from './interactions-window.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { unixTime } from './pylon-schemas.ts'
import { allFields, type Fields } from './read-fields.ts'
import { optionalWhole, readService } from './read-values.ts'
import { recordingParameter, requireRecording } from './recording-named.ts'
import { partsOf, servicePart } from './service-part.ts'

const parameters = {
  ...recordingParameter,
  count: Type.Optional(Type.Integer({ minimum: 10, maximum: 100, description: 'How many, 10 when left out.' })),
  ...windowParameters
}

const SampleObject = Type.Object({
  remaining: Type.Integer({ description: 'How many are left in this hour.' }),
  reset_at: unixTime('When the next hour begins.'),
  interactions: Type.Array(Type.Object({}))
})

/** Looking at interactions of a recording. */
export function sampleRoutes(parts: PylonParts): Route[] {
  const route = pylonRoute(parts)

  async function sample(request: FastifyRequest, reply: FastifyReply) {
    const service = readService(partsOf(request).service)
    const fields = await allFields(request)
    const recording = requireRecording(fields)
    const wanted = readWanted(fields)
    try {
      const found = await parts.recordings.sample(request.caller, service, recording, wanted)
      return { remaining: found.remaining, reset_at: found.resetAt, interactions: found.interactions }
    } catch (error) {
      if (!(error instanceof TooMany)) throw error
      // The one error that says more than its sentence.
      const resetAt = Math.ceil(Date.now() / 1000 + error.retryAfterS)
      reply.code(429).header('retry-after', Math.max(1, Math.ceil(error.retryAfterS)))
      return { error: error.message, reset_at: resetAt }
    }
  }

  const common = {
    path: '/pylon/{service}/sample',
    key: 'identity',
    bucket: 'general',
    cost: 25,
    summary: 'The newest interactions of a recording, at most 100 in an hour.',
    parts: Type.Object(servicePart),
    answers: { 200: { description: 'Interactions, newest first.', content: json(SampleObject) } },
    errors: [404],
    handler: sample
  } as const

  return [
    route({ ...common, method: 'GET', query: queryOfCall(parameters) }),
    route({ ...common, method: 'POST', query: queryOfCall(), body: bodyOf(Type.Object(parameters)) })
  ]
}

const defaultCount = 10

function readWanted(fields: Fields) {
  const count = optionalWhole(fields, 'count', {
    min: 10,
    max: 100,
    sentence: 'The count parameter must be an integer greater or equal to 10 and less or equal to 100'
  })
  // The Ruby client calls the window so.
  const { start_time: start, end_time: end } = fields
  return { count: count ?? defaultCount, ...readWindow({ start, end, ...fields }) }
}
