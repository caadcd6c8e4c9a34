import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest } from '../../errors.ts'
import type { IdentityToken } from '../../store/identity-tokens.ts'
import { limits } from '../limits.ts'
import { json, type Route } from '../route.ts'
import { identityParts, identityService, identityServiceParts } from './identity-service-parts.ts'
import { noContent } from './no-content.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { hash32, pageOf, pageParameters, unixTime } from './pylon-schemas.ts'
import { allFields, type Fields, queryFields } from './read-fields.ts'
import { pageBody, readPage, requiredText, requireHash } from './read-values.ts'
import { partsOf, servicePart } from './service-part.ts'
import { unixSeconds } from './unix-seconds.ts'

const TokenObject = Type.Object({
  identity_id: hash32('The identity.'),
  service: servicePart.service,
  token: Type.String({ description: 'As it was sent, in the answer to that call; later sha256: and its hash.' }),
  created_at: unixTime('When it was noted down.'),
  updated_at: unixTime('When it last changed.'),
  expires_at: Type.Null()
})

/** Tokens of networks that an account notes down for its identities: kept for its clients, without effect here. */
export function identityTokenRoutes(parts: PylonParts): Route[] {
  const { accounts } = parts
  const route = pylonRoute(parts)

  async function set(request: FastifyRequest, reply: FastifyReply) {
    const fields = await allFields(request)
    const of = identityService(request, fields)
    const text = readToken(fields)
    const { isNew, ...token } = await accounts.setIdentityToken(of, text, Date.now())
    return reply.code(isNew || request.method === 'POST' ? 201 : 200).send(tokenBody(token, text))
  }

  async function get(request: FastifyRequest) {
    return tokenBody(await accounts.getIdentityToken(identityService(request)))
  }

  async function list(request: FastifyRequest) {
    const page = readPage(queryFields(request))
    const identityId = requireHash('identity_id', partsOf(request).id ?? '')
    const tokens = await accounts.listIdentityTokens({ accountId: request.caller.accountId, identityId })
    const from = (page.page - 1) * page.perPage
    return {
      ...pageBody(tokens.length, page),
      tokens: tokens.slice(from, from + page.perPage).map(token => tokenBody(token))
    }
  }

  async function remove(request: FastifyRequest, reply: FastifyReply) {
    await accounts.removeIdentityToken(identityService(request))
    return noContent(reply)
  }

  const common = { key: 'account', bucket: 'general', cost: 5, query: queryOfCall(), errors: [404] } as const
  const all = { ...common, path: '/account/identity/{id}/token', parts: identityParts } as const
  const one = { ...common, path: '/account/identity/{id}/token/{service}', parts: identityServiceParts } as const
  const answer = (description: string) => ({ description, content: json(TokenObject) })
  const description = 'It is noted down without effect.'

  return [
    route({
      ...all,
      method: 'POST',
      summary: 'Note down a token of a network.',
      description,
      body: bodyOf(Type.Object({ ...servicePart, token: Type.String() })),
      answers: { 201: answer('Noted down.') },
      handler: set
    }),
    route({
      ...all,
      method: 'GET',
      summary: 'The tokens of an identity.',
      query: queryOfCall(pageParameters),
      answers: { 200: pageOf('tokens', TokenObject) },
      handler: list
    }),
    route({ ...one, method: 'GET', summary: 'A token.', answers: { 200: answer('The token.') }, handler: get }),
    route({
      ...one,
      method: 'PUT',
      summary: 'Change a token.',
      description,
      body: bodyOf(Type.Object({ token: Type.String() })),
      answers: { 200: answer('Changed.'), 201: answer('There was none.') },
      handler: set
    }),
    route({
      ...one,
      method: 'DELETE',
      summary: 'Remove a token.',
      answers: { 204: { description: 'It is removed.' } },
      handler: remove
    })
  ]
}

function readToken(fields: Fields): string {
  const token = requiredText(fields, 'token')
  if (token.length <= limits.pylonTokenLength && token.isWellFormed()) return token
  throw new InvalidRequest(`The token parameter must be a string of at most ${limits.pylonTokenLength} characters`)
}

/** `token` when it was just sent; afterwards there is only its hash to show. */
function tokenBody({ identityId, service, hash, createdAt, updatedAt }: IdentityToken, token?: string) {
  return {
    identity_id: identityId,
    service,
    token: token ?? `sha256:${hash}`,
    created_at: unixSeconds(createdAt),
    updated_at: unixSeconds(updatedAt),
    expires_at: null
  }
}
