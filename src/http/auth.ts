import type { FastifyRequest } from 'fastify'
import { Forbidden, Unauthorized } from '../errors.ts'
import type { Caller } from '../store/verify-token.ts'
import { limits } from './limits.ts'
import { queryOf } from './route.ts'

export type VerifyToken = (token: string) => Promise<Caller | undefined>

/** Who asks. Throws Unauthorized without a good token, Forbidden when the call is an admin's and the token is not. */
export async function authenticate(
  request: FastifyRequest,
  verifyToken: VerifyToken,
  needed: Caller['role']
): Promise<Caller> {
  const token = tokenOf(request)
  if (!token) {
    throw new Unauthorized(
      'An access token is needed: send ?access_token=TOKEN, or the header Authorization: Bearer TOKEN.'
    )
  }
  const caller = token.length <= limits.tokenLength ? await verifyToken(token) : undefined
  if (!caller) throw new Unauthorized('This access token is unknown or was revoked: ask an admin for a new one.')
  if (needed === 'admin' && caller.role !== 'admin') throw new Forbidden('This call needs a token with the role admin.')
  return caller
}

// The parameter goes first: a proxy in between may have an Authorization of its own.
function tokenOf(request: FastifyRequest): string | undefined {
  return queryOf(request).access_token || headerToken(request.headers.authorization)
}

// The editions print `Authorization: T` and `Authorization: token T`; everybody else writes `Bearer T`.
function headerToken(header: string | undefined): string | undefined {
  const found = /^\s*(?:(?:token|bearer)\s+)?(\S+)\s*$/i.exec(header ?? '')
  return found?.[1]
}
