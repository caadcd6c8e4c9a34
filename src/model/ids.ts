/** The networks whose ids the server knows, with the rule each native id follows. To add one: a line here. */
export const services = {
  twitter: { native: /^\d{1,19}$/, handle: /^[A-Za-z0-9_]{1,15}$/ },
  bluesky: { native: /^did:(?:plc:[a-z2-7]{24}|web:[a-zA-Z0-9.-]{1,253})$/, handle: /^[a-zA-Z0-9.-]{1,253}$/ },
  mastodon: {
    native: /^[A-Za-z0-9_.-]{1,64}@[a-z0-9.:-]{1,253}$/,
    handle: /^[A-Za-z0-9_.-]{1,64}@[a-zA-Z0-9.:-]{1,253}$/
  },
  linkedin: { native: /^[A-Za-z0-9_.:-]{1,128}$/, handle: /^[A-Za-z0-9_.-]{1,100}$/ },
  facebook: { native: /^[A-Za-z0-9_.:-]{1,128}$/, handle: /^[A-Za-z0-9_.-]{1,100}$/ }
} as const

export type Service = keyof typeof services

export const serviceNames = Object.keys(services) as Service[] // Object.keys forgets the literal type.

/** `service:native_id`, for instance `twitter:116679528`: only the first colon separates. */
export type ProfileId = string & { readonly brand: 'ProfileId' }

/** What a person may write where an id is asked for: an id, or a handle (`twitter:@name`) still to be resolved. */
type IdReference =
  | { readonly kind: 'id'; readonly id: ProfileId }
  | { readonly kind: 'handle'; readonly service: Service; readonly handle: string }
  | { readonly kind: 'unknown-service'; readonly service: string }
  | { readonly kind: 'malformed' }

export function isService(text: string): text is Service {
  return Object.hasOwn(services, text)
}

/** Reads `service:native_id` or `service:@handle`; never throws, the answer says what was wrong. */
export function readIdReference(text: string): IdReference {
  const colon = text.indexOf(':')
  if (colon <= 0) return { kind: 'malformed' }
  const service = text.slice(0, colon)
  const native = text.slice(colon + 1)
  if (!isService(service))
    return /^[a-z][a-z0-9_-]*$/.test(service) ? { kind: 'unknown-service', service } : { kind: 'malformed' }
  const rule = services[service]
  if (native.startsWith('@')) {
    const handle = native.slice(1)
    return rule.handle.test(handle) ? { kind: 'handle', service, handle: handle.toLowerCase() } : { kind: 'malformed' }
  }
  return rule.native.test(native) ? { kind: 'id', id: `${service}:${native}` as ProfileId } : { kind: 'malformed' }
}

/** The id of a native id that an importer read, or nothing when it does not follow the service's rule. */
export function toProfileId(service: Service, native: string): ProfileId | undefined {
  return services[service].native.test(native) ? (`${service}:${native}` as ProfileId) : undefined
}

export function serviceOf(id: ProfileId): Service {
  return id.slice(0, id.indexOf(':')) as Service // A ProfileId was read by readIdReference or toProfileId.
}

export function nativeIdOf(id: ProfileId): string {
  return id.slice(id.indexOf(':') + 1)
}
