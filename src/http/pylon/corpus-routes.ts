import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { InvalidRequest, NotFound, TooMany } from '../../errors.ts'
import type { Service } from '../../model/ids.ts'
import { json, type Route } from '../route.ts'
import { isSince } from './pylon-call.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { hash40, pageParameters, pageSchema, unixTime } from './pylon-schemas.ts'
import { allFields, type Fields, queryFields } from './read-fields.ts'
import {
  isHash,
  oneOf,
  optionalText,
  optionalTime,
  optionalWhole,
  pageBody,
  readPage,
  readService,
  requiredObject,
  requireHash
} from './read-values.ts'
import { RecordingObject, recordingBody } from './recording-body.ts'
import { recordingNamed } from './recording-routes.ts'
import { partsOf, servicePart } from './service-part.ts'

const idParameter = { id: hash40('The recording.') }
const windowParameters = {
  filter: Type.Optional(Type.String({ description: 'CSDL, of the kind that analyses take.' })),
  start: Type.Optional(unixTime('The first moment.')),
  end: Type.Optional(unixTime('The moment after the last.'))
}

// A bare list cannot say that there is more.
const perPageOfBareList = 100

/** Looking into recordings: which there are, their tags, a sample, and an analysis that is answered at once. */
export function corpusRoutes(parts: PylonParts): Route[] {
  const { recordings, tasks } = parts
  const route = pylonRoute(parts)

  async function body(request: FastifyRequest, recording: Awaited<ReturnType<typeof recordings.get>>) {
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
    const { count, recordings: found } = await recordings.list(request.caller, service, {
      ...page,
      ...readOrder(fields)
    })
    const subscriptions = await Promise.all(found.map(recording => body(request, recording)))
    return isBare ? subscriptions : { ...pageBody(count, page), subscriptions }
  }

  async function tags(request: FastifyRequest) {
    const service = readService(partsOf(request).service)
    return recordings.tags(request.caller, service, requireRecording(queryFields(request)))
  }

  async function sample(request: FastifyRequest, reply: FastifyReply) {
    const service = readService(partsOf(request).service)
    const fields = await allFields(request)
    const wanted = readSample(fields)
    try {
      const found = await recordings.sample(request.caller, service, requireRecording(fields), wanted)
      return { remaining: found.remaining, reset_at: found.resetAt, interactions: found.interactions }
    } catch (error) {
      if (!(error instanceof TooMany)) throw error
      const resetAt = Math.ceil(Date.now() / 1000 + error.retryAfterS)
      reply.code(429).header('retry-after', Math.max(1, Math.ceil(error.retryAfterS)))
      return { error: error.message, reset_at: resetAt }
    }
  }

  async function analyze(request: FastifyRequest) {
    const service = readService(partsOf(request).service)
    const fields = await allFields(request)
    const named = requireRecording(fields)
    const window = readWindow(fields)
    const parameters = { ...window, parameters: requiredObject(fields, 'parameters') }
    return tasks.analyse(request.caller, service, named, parameters)
  }

  const common = { parts: Type.Object(servicePart), bucket: 'general', cost: 25, errors: [404] } as const
  const sampleParameters = {
    ...idParameter,
    count: Type.Optional(Type.Integer({ minimum: 10, maximum: 100, description: 'How many, 10 when left out.' })),
    ...windowParameters
  }
  const sampleRoute = {
    ...common,
    key: 'identity',
    path: '/pylon/{service}/sample',
    summary: 'The newest interactions of a recording, at most 100 in an hour.',
    answers: {
      200: {
        description: 'Interactions, newest first.',
        content: json(
          Type.Object({
            remaining: Type.Integer({ description: 'How many are left in this hour.' }),
            reset_at: unixTime('When the next hour begins.'),
            interactions: Type.Array(Type.Object({}))
          })
        )
      }
    },
    handler: sample
  } as const

  return [
    route({
      ...common,
      method: 'GET',
      key: 'any',
      path: '/pylon/{service}/get',
      summary: 'One recording by its id, or all of them.',
      query: queryOfCall({
        id: Type.Optional(idParameter.id),
        ...pageParameters,
        order_by: Type.Optional(
          Type.Enum(['created_at', 'id', 'request_time'], { description: 'Left out: created_at.' })
        ),
        order_dir: Type.Optional(Type.Enum(['asc', 'desc'], { description: 'Left out: desc.' }))
      }),
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
      method: 'GET',
      key: 'identity',
      path: '/pylon/{service}/tags',
      summary: 'The targets that the tags of a recording make.',
      query: queryOfCall(idParameter),
      answers: { 200: { description: 'Names of targets.', content: json(Type.Array(Type.String())) } },
      handler: tags
    }),
    route({ ...sampleRoute, method: 'GET', query: queryOfCall(sampleParameters) }),
    route({ ...sampleRoute, method: 'POST', query: queryOfCall(), body: bodyOf(Type.Object(sampleParameters)) }),
    route({
      ...common,
      method: 'POST',
      key: 'identity',
      bucket: 'analyze',
      path: '/pylon/{service}/analyze',
      summary: 'An analysis, answered at once instead of by a task.',
      query: queryOfCall(),
      body: bodyOf(
        Type.Object({ ...idParameter, ...windowParameters, parameters: Type.Object({}) } satisfies Record<
          string,
          TSchema
        >)
      ),
      answers: { 200: { description: 'The result.', content: json(Type.Object({})) } },
      handler: analyze
    })
  ]
}

function requireRecording(fields: Fields): string {
  const named = recordingNamed(fields)
  if (!named) throw new InvalidRequest('No id was supplied.')
  return requireHash(named.name, named.text)
}

function readOrder(fields: Fields) {
  const by = optionalText(fields, 'order_by')?.toLowerCase() ?? 'created_at'
  const direction = optionalText(fields, 'order_dir')?.toLowerCase() ?? 'desc'
  // The time of the request was the time of creation.
  const orderBy = oneOf('order_by', by, ['created_at', 'id', 'request_time']) === 'id' ? 'id' : 'created_at'
  return { orderBy, isDescending: oneOf('order_dir', direction, ['asc', 'desc']) === 'desc' } as const
}

// A member that is null or empty is as good as left out.
function readWindow(fields: Fields) {
  const filter = optionalText(fields, 'filter')
  const start = optionalTime(fields, 'start')
  const end = optionalTime(fields, 'end')
  return {
    ...(filter !== undefined && { filter }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end })
  }
}

const defaultCount = 10

function readSample(fields: Fields) {
  const count = optionalWhole(fields, 'count', {
    min: 10,
    max: 100,
    sentence: 'The count parameter must be an integer greater or equal to 10 and less or equal to 100'
  })
  // The Ruby client calls the window so.
  const { start_time: start, end_time: end } = fields
  return { count: count ?? defaultCount, ...readWindow({ start, end, ...fields }) }
}
