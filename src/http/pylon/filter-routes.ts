import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { json, type Route } from '../route.ts'
import { isSince } from './pylon-call.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { hash32 } from './pylon-schemas.ts'
import { allFields } from './read-fields.ts'
import { readService, requiredText } from './read-values.ts'
import { partsOf, servicePart } from './service-part.ts'
import { unixSeconds } from './unix-seconds.ts'

const createdAt = Type.String({ description: 'When it was stored; unix seconds, as a text.' })

/** Checking and storing filters. */
export function filterRoutes(parts: PylonParts): Route[] {
  const { recordings } = parts
  const route = pylonRoute(parts)

  async function validate(request: FastifyRequest) {
    readService(partsOf(request).service)
    await recordings.validate(requiredText(await allFields(request), 'csdl'))
    return { created_at: secondsText(Date.now()), ...price(request) }
  }

  async function compile(request: FastifyRequest) {
    readService(partsOf(request).service)
    const { hash, createdAt } = await recordings.compile(requiredText(await allFields(request), 'csdl'))
    return { hash, created_at: secondsText(createdAt), ...price(request) }
  }

  const common = {
    method: 'POST',
    key: 'identity',
    bucket: 'general',
    cost: 5,
    parts: Type.Object(servicePart),
    query: queryOfCall(),
    body: bodyOf(Type.Object({ csdl: Type.String() }), { csdl: 'interaction.content contains "coffee"' })
  } as const

  return [
    route({
      ...common,
      path: '/pylon/{service}/validate',
      summary: 'Is this CSDL well formed?',
      answers: { 200: { description: 'It is.', content: json(Type.Object({ created_at: createdAt })) } },
      handler: validate
    }),
    route({
      ...common,
      path: '/pylon/{service}/compile',
      summary: 'Store a CSDL filter under its hash.',
      answers: {
        200: {
          description: 'Stored. White space and comments do not change the hash.',
          content: json(Type.Object({ hash: hash32('The filter.'), created_at: createdAt }))
        }
      },
      handler: compile
    })
  ]
}

function secondsText(ms: number): string {
  return String(unixSeconds(ms))
}

// Until 1.2 a filter had a price, and clients of then read one.
function price({ raw }: FastifyRequest) {
  return isSince(raw, '1.3') ? {} : { dpu: '0' }
}
