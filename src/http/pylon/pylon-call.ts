import type { IncomingMessage } from 'node:http'

/** The versions that the original answered under; `1` is meant without one, too. */
const apiVersions = ['1', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6'] as const
type ApiVersion = (typeof apiVersions)[number]

/** What the path of a call of the Task API says beside the endpoint. */
type PylonCall = { readonly version: ApiVersion }

/** The version that routes are documented under; the others differ as docs/pylon-api.md says. */
export const documentedVersion = '/v1.6'

const calls = new WeakMap<IncomingMessage, PylonCall>()

const versioned = /^\/v(\d+(?:\.\d+)?)(?=[/?]|$)/
const endpoint = /^\/(?:pylon|account)(?=[/?]|$)/
// Clients of before 1.4 name no service, and meant Facebook.
const withoutService = /^\/pylon\/(?=(?:validate|compile|start|stop|update|get|tags|sample|analyze|task|reference)\b)/

/**
 * The URL that routes are found by: without version, with a service, without doubled slashes. What the path said is kept for
 * pylonCallOf; a URL of the other API stays as it is.
 */
export function readPylonUrl(request: IncomingMessage): string {
  const sent = request.url ?? '/'
  // Whoever ends the host with a slash and begins the path with one has two.
  const url = sent.replace(/^\/{2,}/, '/')
  const [prefix, named] = versioned.exec(url) ?? []
  if (prefix === undefined && !endpoint.test(url)) return sent
  const version = named === undefined || named === '1.0' ? '1' : named
  if (!isApiVersion(version)) {
    calls.set(request, { version: '1.6' })
    return url
  }
  calls.set(request, { version })
  const [path = '', ...query] = url.slice(prefix?.length ?? 0).split('?')
  const plain = path.replace(/\/{2,}/g, '/').replace(withoutService, '/pylon/facebook/')
  // The calls of the other API have no version.
  return endpoint.test(plain) ? [plain, ...query].join('?') : url
}

/** Nothing for a request of the Execute API. */
export function pylonCallOf(request: IncomingMessage): PylonCall | undefined {
  return calls.get(request)
}

/** Whether a call's version is this one or a later one. */
export function isSince(request: IncomingMessage, version: ApiVersion): boolean {
  const own = pylonCallOf(request)?.version ?? '1.6'
  return apiVersions.indexOf(own) >= apiVersions.indexOf(version)
}

/** A documented path as routes are found by. */
export function withoutVersion(path: string): string {
  return path.startsWith(`${documentedVersion}/`) ? path.slice(documentedVersion.length) : path
}

function isApiVersion(text: string): text is ApiVersion {
  return (apiVersions as readonly string[]).includes(text) // Widened, to be asked for any text.
}
