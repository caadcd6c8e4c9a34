import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { IdentityService } from '../../store/identity-service.ts'
import { hash32 } from './pylon-schemas.ts'
import type { Fields } from './read-fields.ts'
import { readService, requiredText, requireHash } from './read-values.ts'
import { partsOf, servicePart } from './service-part.ts'

export const identityParts = Type.Object({ id: hash32('The identity.') })
export const identityServiceParts = Type.Object({ ...identityParts.properties, ...servicePart })

/** The caller's account and the identity of the path, with the service that the path names, else the body. */
export function identityService(request: FastifyRequest, fields: Fields = {}): IdentityService {
  const { id = '', service } = partsOf(request)
  const identityId = requireHash('identity_id', id)
  const named = readService(service ?? requiredText(fields, 'service'))
  return { accountId: request.caller.accountId, identityId, service: named }
}
