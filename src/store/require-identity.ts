import { Forbidden } from '../errors.ts'
import type { Caller } from './verify-token.ts'

/** The identity that a caller's key stands for. Throws Forbidden for a key of the whole account. */
export function requireIdentity({ identityId }: Caller): string {
  if (identityId === null) throw new Forbidden('You must use an account identity to access this endpoint')
  return identityId
}
