import type { Identity } from '../../store/identities.ts'
import type { IdentityLimit, IdentityToken } from '../../store/identity-notes.ts'

const seconds = (ms: number) => Math.floor(ms / 1000)

/** An identity on the wire. Its key is told once, when it is made: only the key's hash is stored. */
export function identityBody(identity: Identity & { readonly apiKey?: string }) {
  return {
    id: identity.id,
    label: identity.label,
    api_key: identity.apiKey ?? null,
    status: identity.status,
    master: identity.isMaster,
    created_at: seconds(identity.createdAt),
    updated_at: seconds(identity.updatedAt),
    expires_at: null
  }
}

// The original's answers had the identity as id, its documentation as identity_id.
export function limitBody({ identityId, service, totalAllowance, analyzeQueries }: IdentityLimit) {
  return {
    id: identityId,
    identity_id: identityId,
    service,
    total_allowance: totalAllowance,
    analyze_queries: analyzeQueries
  }
}

/** `token` when it was just sent; afterwards there is only its hash to show. */
export function tokenBody({ identityId, service, hash, createdAt, updatedAt }: IdentityToken, token?: string) {
  return {
    identity_id: identityId,
    service,
    token: token ?? `sha256:${hash}`,
    created_at: seconds(createdAt),
    updated_at: seconds(updatedAt),
    expires_at: null
  }
}
