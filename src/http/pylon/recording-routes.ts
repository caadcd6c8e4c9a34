import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest } from '../../errors.ts'
import type { Route } from '../route.ts'
import { noContent } from './no-content.ts'
import { isSince } from './pylon-call.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { allFields } from './read-fields.ts'
import { optionalText, readService, requireHash } from './read-values.ts'
import { recordingNamed, recordingParameter } from './recording-named.ts'
import { partsOf, servicePart } from './service-part.ts'

/** The end of a recording, and what it is called and filters. */
export function recordingRoutes(parts: PylonParts): Route[] {
  const { recordings } = parts
  const route = pylonRoute(parts)

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
  const changed = Type.Object({
    ...recordingParameter,
    hash: Type.Optional(Type.String()),
    name: Type.Optional(Type.String())
  })

  return (['PUT', 'POST'] as const).flatMap(method => [
    route({
      ...common,
      method,
      path: '/pylon/{service}/stop',
      cost: 5,
      summary: 'Stop a recording: nothing later belongs to it.',
      body: bodyOf(Type.Object(recordingParameter)),
      answers: { 204: { description: 'It is stopped.' } },
      errors: [404, 409],
      handler: stop
    }),
    route({
      ...common,
      method,
      path: '/pylon/{service}/update',
      cost: 25,
      summary: 'Give a recording another name or filter.',
      body: bodyOf(changed),
      answers: { 204: { description: 'It is changed.' } },
      errors: [404, 409],
      handler: update
    })
  ])
}

/** How a client of the request's version names a recording. */
function nameOfId({ raw }: FastifyRequest): string {
  return isSince(raw, '1.3') ? 'id' : 'hash'
}
