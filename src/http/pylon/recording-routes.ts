import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest, NotFound } from '../../errors.ts'
import type { Service } from '../../model/ids.ts'
import type { Caller } from '../../store/verify-token.ts'
import { json, type Route } from '../route.ts'
import { noContent } from './no-content.ts'
import { isSince } from './pylon-call.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { hash40 } from './pylon-schemas.ts'
import { allFields } from './read-fields.ts'
import { oneOf, optionalText, readService, requiredText, requireHash } from './read-values.ts'
import { recordingNamed } from './recording-named.ts'
import { partsOf, servicePart } from './service-part.ts'

const empty = (description: string) => ({ 204: { description } })

/** The life of a recording: start, restart, stop, and what it is called and filters. */
export function recordingRoutes(parts: PylonParts): Route[] {
  const { recordings } = parts
  const route = pylonRoute(parts)

  async function start(request: FastifyRequest, reply: FastifyReply) {
    const service = readService(partsOf(request).service)
    const fields = await allFields(request)
    const id = optionalText(fields, 'id')
    if (id !== undefined) {
      await recordings.restart(request.caller, service, requireHash('id', id))
      return noContent(reply)
    }
    const hash = requireHash('hash', requiredText(fields, 'hash'))
    const name = requiredText(fields, 'name')
    const isSinceStart = optionalText(fields, 'since') !== undefined && oneOf('since', fields.since, ['now']) === 'now'
    const hasIds = isSince(request.raw, '1.3')
    if (!hasIds && (await goesOn(request.caller, service, hash, name))) return noContent(reply)
    const started = await recordings.start(request.caller, service, { hash, name, isSinceStart })
    return hasIds ? { id: started.id } : noContent(reply)
  }

  /** Before recordings had ids there was one of each filter, which was started again by its hash. */
  async function goesOn(caller: Caller, service: Service, hash: string, name: string): Promise<boolean> {
    try {
      await recordings.restart(caller, service, hash)
    } catch (error) {
      if (error instanceof NotFound) return false
      throw error
    }
    await recordings.update(caller, service, hash, { name })
    return true
  }

  async function stop(request: FastifyRequest, reply: FastifyReply) {
    const service = readService(partsOf(request).service)
    const fields = await allFields(request)
    const { name, text } = recordingNamed(fields) ?? { name: nameOfId(request), text: undefined }
    if (text === undefined) throw new InvalidRequest(`Missing param '${name}'`)
    await recordings.stop(request.caller, service, requireHash(name, text))
    return noContent(reply)
  }

  async function update(request: FastifyRequest, reply: FastifyReply) {
    const service = readService(partsOf(request).service)
    const fields = await allFields(request)
    const id = optionalText(fields, 'id')
    if (id === undefined) throw new InvalidRequest('No id was supplied.')
    const hash = optionalText(fields, 'hash')
    const name = optionalText(fields, 'name')
    if (hash === undefined && name === undefined) {
      throw new InvalidRequest('Nothing to update specify a name or hash value to update')
    }
    await recordings.update(request.caller, service, requireHash('id', id), {
      ...(hash !== undefined && { hash: requireHash('hash', hash) }),
      ...(name !== undefined && { name })
    })
    return noContent(reply)
  }

  const common = {
    key: 'identity',
    bucket: 'general',
    parts: Type.Object(servicePart),
    query: queryOfCall()
  } as const
  const named = Type.Object({ id: hash40('The recording.') })
  const startRoute = {
    ...common,
    cost: 25,
    path: '/pylon/{service}/start',
    summary: 'Start a recording, or start a stopped one again.',
    description: 'With hash and name a new one; with an id that one goes on. since=now leaves out what came before.',
    body: bodyOf(
      Type.Object({
        hash: Type.Optional(Type.String({ description: 'The filter, as /compile answered it.' })),
        name: Type.Optional(Type.String({ maxLength: 200 })),
        id: Type.Optional(hash40('A stopped recording.')),
        since: Type.Optional(Type.Enum(['now'], { description: 'Only interactions from now on belong to it.' }))
      })
    ),
    answers: {
      200: { description: 'A new one.', content: json(Type.Object({ id: hash40('The recording.') })) },
      ...empty('The stopped one runs again.')
    },
    errors: [404, 409],
    handler: start
  } as const
  const stopRoute = {
    ...common,
    cost: 5,
    path: '/pylon/{service}/stop',
    summary: 'Stop a recording: nothing later belongs to it.',
    body: bodyOf(named),
    answers: empty('It is stopped.'),
    errors: [404, 409],
    handler: stop
  } as const

  return [
    route({ ...startRoute, method: 'PUT' }),
    route({ ...startRoute, method: 'POST' }),
    route({ ...stopRoute, method: 'PUT' }),
    route({ ...stopRoute, method: 'POST' }),
    ...(['PUT', 'POST'] as const).map(method =>
      route({
        ...common,
        method,
        cost: 25,
        path: '/pylon/{service}/update',
        summary: 'Give a recording another name or filter.',
        body: bodyOf(
          Type.Object({ ...named.properties, hash: Type.Optional(Type.String()), name: Type.Optional(Type.String()) })
        ),
        answers: empty('It is changed.'),
        errors: [404],
        handler: update
      })
    )
  ]
}

/** How a client of the request's version names a recording. */
function nameOfId({ raw }: FastifyRequest): string {
  return isSince(raw, '1.3') ? 'id' : 'hash'
}
