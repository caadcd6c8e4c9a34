import type { FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden, TooMany } from '../../errors.ts'
import { requireIdentity } from '../../store/require-identity.ts'
import type { Caller } from '../../store/verify-token.ts'
import type { VerifyToken } from '../auth.ts'
import { remainingOfRefused, setLimitHeader } from './client-habits.ts'
import { identify } from './credentials.ts'
import { requireCallback } from './jsonp.ts'
import type { Charge, RateBucket, RateLimits } from './rate-limits.ts'

/** Whose key a call takes: an identity's, the account's (or an admin's), or either. */
type KeyKind = 'identity' | 'account' | 'any'

/** What a call asks of its caller before it is looked at. */
export type Admission = {
  readonly key: KeyKind
  readonly bucket: RateBucket
  /** In credits. */
  readonly cost: number
}

/** Lets a request in, or throws: first the credentials, then the kind of the key, then what is left of the hour. */
export function admitter({ verifyToken, rateLimits }: { verifyToken: VerifyToken; rateLimits: RateLimits }) {
  return ({ key, bucket, cost }: Admission) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      requireCallback(request)
      request.caller = await identify(request, verifyToken)
      // This refusal goes without the headers of limits, as it did.
      requireKind(request.caller, key)
      const charge = rateLimits.charge(holderOf(request.caller), bucket, cost)
      const leftS = Math.max(1, Math.ceil((charge.resetAtMs - Date.now()) / 1000))
      setRateHeaders(request, reply, charge, leftS)
      if (charge.isRefused) throw new TooMany('API Rate Limit Exceeded', leftS)
    }
}

function requireKind(caller: Caller, kind: KeyKind) {
  if (kind === 'identity') requireIdentity(caller)
  if (kind === 'account' && caller.identityId !== null && caller.role !== 'admin') {
    throw new Forbidden('You must use an account API key to access this endpoint')
  }
}

function holderOf({ accountId, identityId }: Caller): string {
  return identityId ?? `account ${accountId}`
}

function setRateHeaders(request: FastifyRequest, reply: FastifyReply, charge: Charge, leftS: number) {
  const remaining = charge.isRefused ? remainingOfRefused(request, charge.remaining) : charge.remaining
  const set = (name: string, value: number) => setLimitHeader(request, reply, `X-RateLimit-${name}`, value)
  set('Limit', charge.limit)
  set('Remaining', remaining)
  set('Cost', charge.cost)
  set('Reset', Math.ceil(charge.resetAtMs / 1000))
  set('Reset-TTL', leftS)
}
