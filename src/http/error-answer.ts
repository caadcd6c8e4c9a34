import { ServiceError, TooMany, Unauthorized, Unavailable } from '../errors.ts'
import { CsdlError } from '../languages/csdl/csdl-error.ts'
import { statusOfError } from './error-codes.ts'

/** What goes over the wire for an error. */
type ErrorAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: { readonly errors: readonly string[] }
}

// What fastify itself refuses before a route is reached.
const fastifyErrors: Readonly<Record<string, readonly [number, string]>> = {
  FST_ERR_BAD_URL: [400, 'The path is not well formed: a percent sign starts two hexadecimal digits.'],
  FST_ERR_MAX_PARAM_LENGTH: [414, 'A part of the path is longer than anything that has a name here.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'The Content-Type cannot be read: send application/json or application/hocon.']
}

const unavailableRetryS = 5

/** Turns whatever was thrown into a status and a body; nothing of a bug but the request's id leaves the house. */
export function errorAnswer(error: unknown, requestId: string): ErrorAnswer {
  if (error instanceof ServiceError) {
    return { status: statusOfError(error), headers: headersOf(error), body: { errors: error.errors } }
  }
  if (error instanceof CsdlError) return { status: 400, headers: {}, body: { errors: [error.message] } }
  const refusal = fastifyRefusal(error)
  if (refusal) return { status: refusal[0], headers: {}, body: { errors: [refusal[1]] } }
  if (codeOf(error) === 'ECONNRESET') {
    return { status: 400, headers: {}, body: { errors: ['The body ended before it was complete.'] } }
  }
  const sentence = `Something went wrong in the server; its log says more under the request id ${requestId}.`
  return { status: 500, headers: {}, body: { errors: [sentence] } }
}

function headersOf(error: ServiceError): Record<string, string> {
  if (error instanceof Unauthorized) return { 'www-authenticate': 'Bearer realm="demograph"' }
  if (error instanceof TooMany) return { 'retry-after': String(Math.max(1, Math.ceil(error.retryAfterS))) }
  if (error instanceof Unavailable) return { 'retry-after': String(unavailableRetryS) }
  return {}
}

function fastifyRefusal(error: unknown): readonly [number, string] | undefined {
  const code = codeOf(error)
  if (fastifyErrors[code]) return fastifyErrors[code]
  if (!code.startsWith('FST_ERR') || !(error instanceof Error) || !('statusCode' in error)) return undefined
  const status = Number(error.statusCode)
  return status >= 400 && status < 500 ? [status, 'The request is not well formed.'] : undefined
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
