import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../errors.ts'
import type { Recording } from '../../jobs/recordings/recording.ts'
import type { Service } from '../../model/ids.ts'
import { json, type Route } from '../route.ts'
import { isSince } from './pylon-call.ts'
import { type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { pageParameters, pageSchema } from './pylon-schemas.ts'
import { type Fields, queryFields } from './read-fields.ts'
import { isHash, oneOf, optionalText, pageBody, readPage, readService } from './read-values.ts'
import { RecordingObject, recordingBody } from './recording-body.ts'
import { recordingNamed, recordingParameter, requireRecording } from './recording-named.ts'
import { partsOf, servicePart } from './service-part.ts'

// A bare list cannot say that there is more.
const perPageOfBareList = 100

/** Which recordings there are, and what tags they make. */
export function getRecordingRoutes(parts: PylonParts): Route[] {
  const { recordings } = parts
  const route = pylonRoute(parts)

  async function body(request: FastifyRequest, recording: Recording) {
    return recordingBody(request, recording, await recordings.volume(recording))
  }

  async function get(request: FastifyRequest) {
    const service = readService(partsOf(request).service)
    const fields = queryFields(request)
    const named = recordingNamed(fields)
    if (!named) return list(request, service, fields)
    if (!isHash(named.text)) throw new NotFound('Subscription not found')
    return body(request, await recordings.get(request.caller, service, named.text))
  }

  async function list(request: FastifyRequest, service: Service, fields: Fields) {
    const isBare = !isSince(request.raw, '1.3')
    const page = readPage(fields, isBare ? perPageOfBareList : undefined)
    const wanted = { ...page, ...readOrder(fields) }
    const { count, recordings: found } = await recordings.list(request.caller, service, wanted)
    const subscriptions = await Promise.all(found.map(recording => body(request, recording)))
    return isBare ? subscriptions : { ...pageBody(count, page), subscriptions }
  }

  async function tags(request: FastifyRequest) {
    const service = readService(partsOf(request).service)
    return recordings.tags(request.caller, service, requireRecording(queryFields(request)))
  }

  const common = {
    method: 'GET',
    bucket: 'general',
    cost: 25,
    parts: Type.Object(servicePart),
    errors: [404]
  } as const
  const order = {
    order_by: Type.Optional(Type.Enum(['created_at', 'id', 'request_time'], { description: 'Left out: created_at.' })),
    order_dir: Type.Optional(Type.Enum(['asc', 'desc'], { description: 'Left out: desc.' }))
  }

  return [
    route({
      ...common,
      path: '/pylon/{service}/get',
      key: 'any',
      summary: 'One recording by its id, or all of them.',
      query: queryOfCall({ id: Type.Optional(recordingParameter.id), ...pageParameters, ...order }),
      answers: {
        200: {
          description: 'With an id the recording, else a page of the list.',
          content: json(Type.Union([RecordingObject, pageSchema('subscriptions', RecordingObject)]))
        }
      },
      handler: get
    }),
    route({
      ...common,
      path: '/pylon/{service}/tags',
      key: 'identity',
      summary: 'The targets that the tags of a recording make.',
      query: queryOfCall(recordingParameter),
      answers: { 200: { description: 'Names of targets.', content: json(Type.Array(Type.String())) } },
      handler: tags
    })
  ]
}

function readOrder(fields: Fields) {
  const by = optionalText(fields, 'order_by')?.toLowerCase() ?? 'created_at'
  const direction = optionalText(fields, 'order_dir')?.toLowerCase() ?? 'desc'
  // The time of the request was the time of creation.
  const orderBy = oneOf('order_by', by, ['created_at', 'id', 'request_time']) === 'id' ? 'id' : 'created_at'
  return { orderBy, isDescending: oneOf('order_dir', direction, ['asc', 'desc']) === 'desc' } as const
}
