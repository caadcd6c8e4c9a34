import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest } from '../../errors.ts'
import type { IdentityLimit } from '../../store/identity-limits.ts'
import { json, type Route } from '../route.ts'
import { identityParts, identityService, identityServiceParts } from './identity-service-parts.ts'
import { noContent } from './no-content.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { hash32, pageOf, pageParameters } from './pylon-schemas.ts'
import { allFields, type Fields, queryFields } from './read-fields.ts'
import { optionalWhole, pageBody, readPage, readService } from './read-values.ts'
import { partsOf, servicePart } from './service-part.ts'

const nullableCount = (description: string) => Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { description })
const values = {
  total_allowance: nullableCount('Interactions recorded in a day: noted down without effect.'),
  analyze_queries: nullableCount('Analyses in an hour, of tasks, strategies and /analyze; null for any number.')
}
const LimitObject = Type.Object({
  id: hash32('The identity.'),
  identity_id: hash32('The identity, again.'),
  service: servicePart.service,
  ...values
})

/** What identities may use of a service. */
export function identityLimitRoutes(parts: PylonParts): Route[] {
  const { accounts } = parts
  const route = pylonRoute(parts)

  /** Of the service that the path names, else the body. */
  async function set(request: FastifyRequest, reply: FastifyReply) {
    const fields = await allFields(request)
    const of = identityService(request, fields)
    const limit = readLimit(fields)
    const isNew = await accounts.setLimit(of, limit)
    return reply.code(isNew || request.method === 'POST' ? 201 : 200).send(limitBody({ ...of, ...limit }))
  }

  async function get(request: FastifyRequest) {
    return limitBody(await accounts.getLimit(identityService(request)))
  }

  async function list(request: FastifyRequest) {
    const service = readService(partsOf(request).service)
    const page = readPage(queryFields(request))
    const { count, limits } = await accounts.listLimits({ accountId: request.caller.accountId, service }, page)
    return { ...pageBody(count, page), limits: limits.map(limitBody) }
  }

  async function remove(request: FastifyRequest, reply: FastifyReply) {
    await accounts.removeLimit(identityService(request))
    return noContent(reply)
  }

  const common = { key: 'account', bucket: 'general', cost: 25, query: queryOfCall(), errors: [404] } as const
  const one = { ...common, path: '/account/identity/{id}/limit/{service}', parts: identityServiceParts } as const
  const optional = Type.Partial(Type.Object(values)).properties
  const answer = (description: string) => ({ description, content: json(LimitObject) })

  return [
    route({
      ...common,
      method: 'POST',
      path: '/account/identity/{id}/limit',
      summary: 'Limit what an identity may use of a service.',
      parts: identityParts,
      body: bodyOf(Type.Object({ ...servicePart, ...optional })),
      answers: { 201: answer('It holds from now on.') },
      handler: set
    }),
    route({
      ...common,
      method: 'GET',
      path: '/account/identity/limit/{service}',
      summary: 'The limits of a service.',
      parts: Type.Object(servicePart),
      query: queryOfCall(pageParameters),
      answers: { 200: pageOf('limits', LimitObject) },
      handler: list
    }),
    route({ ...one, method: 'GET', summary: 'A limit.', answers: { 200: answer('The limit.') }, handler: get }),
    route({
      ...one,
      method: 'PUT',
      summary: 'Change a limit.',
      body: bodyOf(Type.Object(optional)),
      answers: { 200: answer('Changed.'), 201: answer('There was none.') },
      handler: set
    }),
    route({
      ...one,
      method: 'DELETE',
      summary: 'Remove a limit.',
      answers: { 204: { description: 'It is removed.' } },
      handler: remove
    })
  ]
}

// The original's answers had the identity as id, its documentation as identity_id.
function limitBody({ identityId, service, totalAllowance, analyzeQueries }: IdentityLimit) {
  return {
    id: identityId,
    identity_id: identityId,
    service,
    total_allowance: totalAllowance,
    analyze_queries: analyzeQueries
  }
}

// A value that is left out is taken away: a limit is set whole.
function readLimit(fields: Fields) {
  const count = (name: string) =>
    optionalWhole(fields, name, {
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      sentence: `The ${name} parameter must be an integer greater or equal to zero`
    }) ?? null
  const [totalAllowance, analyzeQueries] = [count('total_allowance'), count('analyze_queries')]
  if (totalAllowance === null && analyzeQueries === null) throw new InvalidRequest("Missing param 'total_allowance'")
  return { totalAllowance, analyzeQueries }
}
