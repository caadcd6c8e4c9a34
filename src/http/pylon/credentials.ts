import type { FastifyRequest } from 'fastify'
import { Unauthorized } from '../../errors.ts'
import { isUsernameOf } from '../../model/username.ts'
import type { Caller } from '../../store/verify-token.ts'
import type { VerifyToken } from '../auth.ts'
import { limits } from '../limits.ts'
import { queryOf } from '../route.ts'

/** What a client said of itself; the forms of the Execute API name no user. */
type Credentials = { readonly username?: string; readonly key: string }

/** Who asks. A key is good with the user name of its account only. Throws Unauthorized. */
export async function identify(request: FastifyRequest, verifyToken: VerifyToken): Promise<Caller> {
  const { username, key } = credentialsOf(request) ?? {}
  const isPossible = key !== undefined && key !== '' && key.length <= limits.tokenLength
  const caller = isPossible ? await verifyToken(key) : undefined
  if (!caller || (username !== undefined && !isUsernameOf(caller.accountId, username))) {
    throw new Unauthorized('Authorization failed')
  }
  return caller
}

// Parameters go first, then the old header: a proxy in between may have an Authorization of its own.
function credentialsOf(request: FastifyRequest): Credentials | undefined {
  const { username = '', api_key: apiKey, access_token: accessToken } = queryOf(request)
  if (apiKey) return { username, key: apiKey }
  if (accessToken) return { key: accessToken }
  const { auth, authorization } = request.headers
  return typeof auth === 'string' ? readPair(auth) : readAuthorization(authorization ?? '')
}

function readAuthorization(header: string): Credentials | undefined {
  const basic = /^\s*basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header)?.[1]
  if (basic !== undefined) return readPair(Buffer.from(basic, 'base64').toString('utf8'))
  const own = /^\s*(?:(?:token|bearer)\s+)?([^\s:]+)\s*$/i.exec(header)?.[1]
  return own === undefined ? readPair(header) : { key: own }
}

// Keys have no colon, so the last one separates.
function readPair(text: string): Credentials | undefined {
  const colon = text.lastIndexOf(':')
  return colon < 0 ? undefined : { username: text.slice(0, colon).trim(), key: text.slice(colon + 1).trim() }
}
