import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { json, type Route } from '../route.ts'
import { type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { pageOf, pageParameters } from './pylon-schemas.ts'
import { queryFields } from './read-fields.ts'
import { pageBody, readPage, readService } from './read-values.ts'
import { partsOf, servicePart } from './service-part.ts'

/** Which values audiences can be described by. */
export function referenceRoutes(parts: PylonParts): Route[] {
  const { reference } = parts
  const route = pylonRoute(parts)

  function list(request: FastifyRequest) {
    const sets = reference.sets(readService(partsOf(request).service))
    const page = readPage(queryFields(request))
    const from = (page.page - 1) * page.perPage
    return { ...pageBody(sets.length, page), data: sets.slice(from, from + page.perPage) }
  }

  async function get(request: FastifyRequest) {
    const { service, slug = '' } = partsOf(request)
    return reference.values(readService(service), slug)
  }

  const common = { method: 'GET', key: 'identity', bucket: 'general', cost: 5 } as const

  return [
    route({
      ...common,
      path: '/pylon/{service}/reference',
      summary: 'The sets of values that audiences can be described by.',
      parts: Type.Object(servicePart),
      query: queryOfCall(pageParameters),
      answers: {
        200: pageOf('data', Type.Object({ name: Type.String(), slug: Type.String(), description: Type.String() }))
      },
      handler: list
    }),
    route({
      ...common,
      path: '/pylon/{service}/reference/{slug}',
      summary: 'The values of a set.',
      parts: Type.Object({ ...servicePart, slug: Type.String({ description: 'As the list writes it.' }) }),
      query: queryOfCall(),
      answers: {
        200: {
          description: 'All of them.',
          content: json(
            Type.Object({
              count: Type.Integer(),
              values: Type.Array(Type.Object({ title: Type.String(), value: Type.String() }))
            })
          )
        }
      },
      handler: get
    })
  ]
}
