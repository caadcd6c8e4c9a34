import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../errors.ts'
import type { Identity } from '../../store/identities.ts'
import { json, type Route } from '../route.ts'
import { identityParts } from './identity-service-parts.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { hash32, pageOf, pageParameters, unixTime } from './pylon-schemas.ts'
import { allFields, type Fields, queryFields } from './read-fields.ts'
import { oneOf, optionalText, optionalTruth, pageBody, readPage, requiredText } from './read-values.ts'
import { partsOf } from './service-part.ts'
import { unixSeconds } from './unix-seconds.ts'

const statuses = ['active', 'disabled'] as const

const IdentityObject = Type.Object({
  id: hash32('The identity.'),
  label: Type.String(),
  api_key: Type.Union([Type.String(), Type.Null()], { description: 'Told once, when the identity is made.' }),
  status: Type.Enum([...statuses]),
  master: Type.Boolean(),
  created_at: unixTime('When it was made.'),
  updated_at: unixTime('When it last changed.'),
  expires_at: Type.Null()
})

/** The identities of an account: whose recordings and tasks there are. */
export function identityRoutes(parts: PylonParts): Route[] {
  const { accounts } = parts
  const route = pylonRoute(parts)

  async function create(request: FastifyRequest, reply: FastifyReply) {
    const fields = await allFields(request)
    const label = requiredText(fields, 'label')
    const wanted = { status: 'active', isMaster: false, ...readChanges(fields), label } as const
    const made = await accounts.createIdentity(request.caller.accountId, wanted, Date.now())
    return reply.code(201).send(identityBody(made))
  }

  async function list(request: FastifyRequest) {
    const fields = queryFields(request)
    const page = readPage(fields)
    const label = optionalText(fields, 'label')
    const wanted = { ...page, ...(label !== undefined && { label }) }
    const { count, identities } = await accounts.listIdentities(request.caller.accountId, wanted)
    return { ...pageBody(count, page), identities: identities.map(identityBody) }
  }

  async function get(request: FastifyRequest) {
    return identityBody(await accounts.getIdentity(request.caller.accountId, partsOf(request).id ?? ''))
  }

  async function update(request: FastifyRequest) {
    const { id = '' } = partsOf(request)
    const changes = readChanges(await allFields(request))
    return identityBody(await accounts.updateIdentity(request.caller.accountId, id, changes, Date.now()))
  }

  function remove() {
    throw new NotFound('Deletion of Identities is currently unavailable')
  }

  const common = { key: 'account', bucket: 'general', cost: 5, query: queryOfCall() } as const
  const members = {
    status: Type.Optional(Type.Enum([...statuses], { description: 'The keys of a disabled one are refused.' })),
    master: Type.Optional(Type.Boolean())
  }
  const ofOne = { parts: identityParts, path: '/account/identity/{id}' } as const
  const answered = (description: string) => ({ description, content: json(IdentityObject) })

  return [
    route({
      ...common,
      method: 'POST',
      path: '/account/identity',
      summary: 'Make an identity, and its key.',
      body: bodyOf(Type.Object({ label: Type.String({ maxLength: 200 }), ...members })),
      answers: { 201: answered('The identity with its key, which is not shown again.') },
      errors: [409],
      handler: create
    }),
    route({
      ...common,
      method: 'GET',
      path: '/account/identity',
      summary: 'The identities of the account, oldest first.',
      query: queryOfCall({
        ...pageParameters,
        label: Type.Optional(Type.String({ description: 'Only the one that is called so.' }))
      }),
      answers: { 200: pageOf('identities', IdentityObject) },
      handler: list
    }),
    route({
      ...common,
      ...ofOne,
      method: 'GET',
      summary: 'An identity.',
      answers: { 200: answered('The identity, without its key.') },
      errors: [404],
      handler: get
    }),
    route({
      ...common,
      ...ofOne,
      method: 'PUT',
      summary: 'Change an identity.',
      body: bodyOf(Type.Object({ label: Type.Optional(Type.String({ maxLength: 200 })), ...members })),
      answers: { 200: answered('The identity as it is now.') },
      errors: [404, 409],
      handler: update
    }),
    route({
      ...common,
      ...ofOne,
      method: 'DELETE',
      summary: 'Answers 404, as it did: an identity is disabled, not removed.',
      answers: {},
      errors: [404],
      handler: remove
    })
  ]
}

// Its key is told once, when it is made: only the key's hash is stored.
function identityBody(identity: Identity & { readonly apiKey?: string }) {
  return {
    id: identity.id,
    label: identity.label,
    api_key: identity.apiKey ?? null,
    status: identity.status,
    master: identity.isMaster,
    created_at: unixSeconds(identity.createdAt),
    updated_at: unixSeconds(identity.updatedAt),
    expires_at: null
  }
}

function readChanges(fields: Fields) {
  const label = optionalText(fields, 'label')
  const status = optionalText(fields, 'status')
  const isMaster = optionalTruth(fields, 'master')
  return {
    ...(label !== undefined && { label }),
    ...(status !== undefined && { status: oneOf('status', status, statuses) }),
    ...(isMaster !== undefined && { isMaster })
  }
}
