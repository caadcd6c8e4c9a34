import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest } from '../../errors.ts'
import type { Service } from '../../model/ids.ts'
import { limits } from '../limits.ts'
import { json, type Route } from '../route.ts'
import { limitBody, tokenBody } from './identity-body.ts'
import { noContent } from './no-content.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { hash32, pageParameters, pageSchema, unixTime } from './pylon-schemas.ts'
import { allFields, type Fields, queryFields } from './read-fields.ts'
import { optionalWhole, pageBody, readPage, readService, requiredText, requireHash } from './read-values.ts'
import { partsOf, servicePart } from './service-part.ts'

const nullableCount = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])
const LimitObject = Type.Object({
  id: hash32('The identity.'),
  identity_id: hash32('The identity, again.'),
  service: servicePart.service,
  total_allowance: nullableCount,
  analyze_queries: nullableCount
})
const TokenObject = Type.Object({
  identity_id: hash32('The identity.'),
  service: servicePart.service,
  token: Type.String({ description: 'As it was sent, in the answer to that call; later sha256: and its hash.' }),
  created_at: unixTime('When it was noted down.'),
  updated_at: unixTime('When it last changed.'),
  expires_at: Type.Null()
})

/** Limits and tokens of networks that an account notes down for its identities: kept for its clients, without effect here. */
export function identityNoteRoutes(parts: PylonParts): Route[] {
  const { accounts } = parts
  const route = pylonRoute(parts)

  /** Notes a limit for the service of the path, else of the body. */
  async function setLimit(request: FastifyRequest, reply: FastifyReply) {
    const { accountId } = request.caller
    const id = identityOf(request)
    const fields = await allFields(request)
    const service = serviceIn(request, fields)
    const isNew = await accounts.setLimit(accountId, id, service, readLimit(fields))
    const isMade = isNew || request.method === 'POST'
    return reply.code(isMade ? 201 : 200).send(limitBody(await accounts.getLimit(accountId, id, service)))
  }

  async function getLimit(request: FastifyRequest) {
    return limitBody(await accounts.getLimit(request.caller.accountId, identityOf(request), serviceIn(request)))
  }

  async function listLimits(request: FastifyRequest) {
    const page = readPage(queryFields(request))
    const found = await accounts.listLimits(request.caller.accountId, serviceIn(request), page)
    return { ...pageBody(found.count, page), limits: found.limits.map(limitBody) }
  }

  async function removeLimit(request: FastifyRequest, reply: FastifyReply) {
    await accounts.removeLimit(request.caller.accountId, identityOf(request), serviceIn(request))
    return noContent(reply)
  }

  async function setToken(request: FastifyRequest, reply: FastifyReply) {
    const { accountId } = request.caller
    const id = identityOf(request)
    const fields = await allFields(request)
    const service = serviceIn(request, fields)
    const token = requiredText(fields, 'token')
    if (token.length > limits.pylonTokenLength || !token.isWellFormed()) {
      throw new InvalidRequest(`The token parameter must be a string of at most ${limits.pylonTokenLength} characters`)
    }
    const isNew = await accounts.setIdentityToken(accountId, id, { service, token, now: Date.now() })
    const isMade = isNew || request.method === 'POST'
    return reply
      .code(isMade ? 201 : 200)
      .send(tokenBody(await accounts.getIdentityToken(accountId, id, service), token))
  }

  async function getToken(request: FastifyRequest) {
    return tokenBody(await accounts.getIdentityToken(request.caller.accountId, identityOf(request), serviceIn(request)))
  }

  async function listTokens(request: FastifyRequest) {
    const page = readPage(queryFields(request))
    const found = await accounts.listIdentityTokens(request.caller.accountId, identityOf(request), page)
    return { ...pageBody(found.count, page), tokens: found.tokens.map(noted => tokenBody(noted)) }
  }

  async function removeToken(request: FastifyRequest, reply: FastifyReply) {
    await accounts.removeIdentityToken(request.caller.accountId, identityOf(request), serviceIn(request))
    return noContent(reply)
  }

  const common = { key: 'account', bucket: 'general', query: queryOfCall(), errors: [404] } as const
  const idPart = { id: hash32('The identity.') }
  const ofLimits = { ...common, cost: 25 } as const
  const ofTokens = { ...common, cost: 5 } as const
  const limitAnswer = (description: string) => ({ description, content: json(LimitObject) })
  const tokenAnswer = (description: string) => ({ description, content: json(TokenObject) })
  const limitValues = { total_allowance: Type.Optional(nullableCount), analyze_queries: Type.Optional(nullableCount) }
  const limitPath = {
    path: '/account/identity/{id}/limit/{service}',
    parts: Type.Object({ ...idPart, ...servicePart })
  }
  const tokenPath = {
    path: '/account/identity/{id}/token/{service}',
    parts: Type.Object({ ...idPart, ...servicePart })
  }
  const removed = { 204: { description: 'It is removed.' } }
  const without = 'It is noted down without effect.'

  return [
    route({
      ...ofLimits,
      method: 'POST',
      path: '/account/identity/{id}/limit',
      summary: 'Note down what an identity may use of a service.',
      description: without,
      parts: Type.Object(idPart),
      body: bodyOf(Type.Object({ ...servicePart, ...limitValues })),
      answers: { 201: limitAnswer('Noted down.') },
      handler: setLimit
    }),
    route({
      ...ofLimits,
      method: 'GET',
      path: '/account/identity/limit/{service}',
      summary: 'The limits of a service.',
      parts: Type.Object(servicePart),
      query: queryOfCall(pageParameters),
      answers: {
        200: {
          description: 'A page of the list.',
          content: json(pageSchema('limits', LimitObject))
        }
      },
      handler: listLimits
    }),
    route({
      ...ofLimits,
      ...limitPath,
      method: 'GET',
      summary: 'A limit.',
      answers: { 200: limitAnswer('The limit.') },
      handler: getLimit
    }),
    route({
      ...ofLimits,
      ...limitPath,
      method: 'PUT',
      summary: 'Change a limit.',
      description: without,
      body: bodyOf(Type.Object(limitValues)),
      answers: { 200: limitAnswer('Changed.'), 201: limitAnswer('There was none.') },
      handler: setLimit
    }),
    route({
      ...ofLimits,
      ...limitPath,
      method: 'DELETE',
      summary: 'Remove a limit.',
      answers: removed,
      handler: removeLimit
    }),
    route({
      ...ofTokens,
      method: 'POST',
      path: '/account/identity/{id}/token',
      summary: 'Note down a token of a network.',
      description: without,
      parts: Type.Object(idPart),
      body: bodyOf(Type.Object({ ...servicePart, token: Type.String() })),
      answers: { 201: tokenAnswer('Noted down.') },
      handler: setToken
    }),
    route({
      ...ofTokens,
      method: 'GET',
      path: '/account/identity/{id}/token',
      summary: 'The tokens of an identity.',
      parts: Type.Object(idPart),
      query: queryOfCall(pageParameters),
      answers: {
        200: {
          description: 'A page of the list.',
          content: json(pageSchema('tokens', TokenObject))
        }
      },
      handler: listTokens
    }),
    route({
      ...ofTokens,
      ...tokenPath,
      method: 'GET',
      summary: 'A token.',
      answers: { 200: tokenAnswer('The token.') },
      handler: getToken
    }),
    route({
      ...ofTokens,
      ...tokenPath,
      method: 'PUT',
      summary: 'Change a token.',
      description: without,
      body: bodyOf(Type.Object({ token: Type.String() })),
      answers: { 200: tokenAnswer('Changed.'), 201: tokenAnswer('There was none.') },
      handler: setToken
    }),
    route({
      ...ofTokens,
      ...tokenPath,
      method: 'DELETE',
      summary: 'Remove a token.',
      answers: removed,
      handler: removeToken
    })
  ]
}

function identityOf(request: FastifyRequest): string {
  return requireHash('identity_id', partsOf(request).id ?? '')
}

function serviceIn(request: FastifyRequest, fields: Fields = {}): Service {
  return readService(partsOf(request).service ?? fields.service)
}

// Missing values are taken away: a limit is noted down whole.
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
