import { X509Certificate } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { json, text } from 'node:stream/consumers'
import type { PeerCertificate, SecureContextOptions } from 'node:tls'
import { errorOfStatus } from '../http/error-codes.ts'

type Endpoint = {
  readonly url: string
  readonly token: string
  /** The server's own certificate, PEM: for HTTPS the only one that is accepted, whoever signed it and for whatever name. */
  readonly certificate?: string | undefined
}

type ApiRequest = {
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  /** A stream is sent as it is, anything else as JSON. */
  readonly body?: unknown
  readonly accept?: string
  readonly signal?: AbortSignal | undefined
}

/** Calls the server; an answer of 400 or more becomes the ServiceError that the server meant. */
export type ApiClient = {
  /** The answer's JSON; nothing when the body is empty. */
  call(method: 'GET' | 'POST' | 'DELETE', path: string, request?: ApiRequest): Promise<unknown>
  /** The answer as it streams in. */
  stream(method: 'GET' | 'POST' | 'DELETE', path: string, request?: ApiRequest): Promise<http.IncomingMessage>
}

export function createApiClient(endpoint: Endpoint): ApiClient {
  const stream: ApiClient['stream'] = async (method, path, request = {}) => {
    const answer = await send(endpoint, method, path, request)
    if ((answer.statusCode ?? 500) >= 400) throw await errorOf(answer)
    return answer
  }
  return {
    stream,
    async call(method, path, request) {
      const body = await text(await stream(method, path, request))
      return body === '' ? undefined : JSON.parse(body)
    }
  }
}

function send(endpoint: Endpoint, method: string, path: string, request: ApiRequest): Promise<http.IncomingMessage> {
  const url = new URL(path, endpoint.url)
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  const isStream = request.body instanceof Readable
  const headers = {
    Authorization: `Bearer ${endpoint.token}`,
    Accept: request.accept ?? 'application/json',
    ...(request.body === undefined
      ? {}
      : { 'Content-Type': isStream ? 'application/octet-stream' : 'application/json' })
  }
  const transport = url.protocol === 'https:' ? https : http
  const options = { method, headers, ...(request.signal && { signal: request.signal }), ...pinned(endpoint) }
  return new Promise((resolve, reject) => {
    const call = transport.request(url, options, resolve)
    // After an answer has begun, a broken upload is told by the answer itself; rejecting again does nothing.
    call.on('error', reject)
    if (request.body instanceof Readable) {
      request.body.on('error', error => call.destroy(error)).pipe(call)
    } else {
      call.end(request.body === undefined ? undefined : JSON.stringify(request.body))
    }
  })
}

/**
 * One's own server often has a self-signed certificate, or one for a public name while we ask 127.0.0.1. So exactly its own
 * certificate is accepted, compared by fingerprint: neither another certificate nor none at all gets the token.
 */
function pinned({ certificate }: Endpoint): https.RequestOptions & SecureContextOptions {
  if (certificate === undefined) return {}
  const { fingerprint256 } = new X509Certificate(certificate)
  return {
    ca: certificate,
    allowPartialTrustChain: true,
    checkServerIdentity: (_host: string, peer: PeerCertificate) =>
      peer.fingerprint256 === fingerprint256
        ? undefined
        : new Error('The server shows another certificate than its own.')
  }
}

async function errorOf(answer: http.IncomingMessage): Promise<Error> {
  const retryAfterS = Number(answer.headers['retry-after'] ?? 1)
  return errorFor(answer.statusCode ?? 500, await errorsOf(answer), retryAfterS)
}

/** The error that the server meant by a status and its sentences. */
export function errorFor(status: number, errors: readonly string[], retryAfterS?: number): Error {
  return errorOfStatus(status, errors, retryAfterS) ?? new Error(`The server answered ${status}: ${errors.join(' ')}`)
}

async function errorsOf(answer: http.IncomingMessage): Promise<readonly string[]> {
  try {
    const body = await json(answer)
    const { errors, error } = body as { errors?: unknown; error?: unknown }
    if (Array.isArray(errors)) return errors.map(String)
    if (typeof error === 'string') return [error] // As the Task API says it.
  } catch {
    // An answer from something that is not our server: its status says what there is to say.
  }
  return [`The server answered ${answer.statusCode} ${answer.statusMessage ?? ''}`.trim()]
}
