import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../errors.ts'
import type { Service } from '../../model/ids.ts'
import type { Caller } from '../../store/verify-token.ts'
import { json, type Route } from '../route.ts'
import { noContent } from './no-content.ts'
import { isSince } from './pylon-call.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { hash40 } from './pylon-schemas.ts'
import { allFields, type Fields } from './read-fields.ts'
import { oneOf, optionalText, readService, requiredText, requireHash } from './read-values.ts'
import { partsOf, servicePart } from './service-part.ts'

const wanted = Type.Object({
  hash: Type.Optional(Type.String({ description: 'The filter, as /compile answered it.' })),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  id: Type.Optional(hash40('A stopped recording.')),
  since: Type.Optional(Type.Enum(['now'], { description: 'Only interactions from now on belong to it.' }))
})

/** Starting recordings, new ones and stopped ones. */
export function startRecordingRoutes(parts: PylonParts): Route[] {
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
    const asked = readNew(fields)
    const hasIds = isSince(request.raw, '1.3')
    if (!hasIds && (await goesOn(request.caller, service, asked))) return noContent(reply)
    const started = await recordings.start(request.caller, service, asked)
    return hasIds ? { id: started.id } : noContent(reply)
  }

  /** Before recordings had ids there was one of each filter, which was started again by its hash. */
  async function goesOn(caller: Caller, service: Service, { hash, name }: ReturnType<typeof readNew>) {
    const known = await recordings.get(caller, service, hash).catch(error => {
      if (!(error instanceof NotFound)) throw error
    })
    if (!known) return false
    // One that runs is refused as it is.
    if (known.end !== null) await recordings.update(caller, service, known.id, { name })
    await recordings.restart(caller, service, known.id)
    return true
  }

  return (['PUT', 'POST'] as const).map(method =>
    route({
      method,
      path: '/pylon/{service}/start',
      key: 'identity',
      bucket: 'general',
      cost: 25,
      summary: 'Start a recording, or start a stopped one again.',
      description: 'With hash and name a new one; with an id that one goes on. since=now leaves out what came before.',
      parts: Type.Object(servicePart),
      query: queryOfCall(),
      body: bodyOf(wanted),
      answers: {
        200: { description: 'A new one.', content: json(Type.Object({ id: hash40('The recording.') })) },
        204: { description: 'The stopped one runs again.' }
      },
      errors: [404, 409],
      handler: start
    })
  )
}

function readNew(fields: Fields) {
  const hash = requireHash('hash', requiredText(fields, 'hash'))
  const name = requiredText(fields, 'name')
  const since = optionalText(fields, 'since')
  return { hash, name, isSinceStart: since !== undefined && oneOf('since', since, ['now']) === 'now' }
}
