import type { Service } from '../model/ids.ts'

/** An identity of an account, and one of the services: what a limit or a token is noted for. */
export type IdentityService = {
  readonly accountId: string
  readonly identityId: string
  readonly service: Service
}
