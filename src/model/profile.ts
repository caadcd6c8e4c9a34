import type { ProfileId } from './ids.ts'

/** One observation of an account's public profile. `null` = the source did not say. Times are milliseconds since 1970, UTC. */
export type Profile = {
  readonly id: ProfileId
  readonly handle: string | null
  readonly name: string | null
  readonly summary: string | null
  readonly location: string | null
  readonly url: string | null
  readonly lang: string | null
  readonly timeZone: string | null
  readonly verified: boolean | null
  readonly protected: boolean | null
  /** When the account was opened. */
  readonly published: number | null
  readonly followers: number | null
  readonly friends: number | null
  readonly statuses: number | null
  readonly listed: number | null
  readonly favourites: number | null
  readonly image: string | null
  /** When the profile looked like this: the newest observation wins. */
  readonly observedAt: number
}

/** What a source that says nothing of a profile says. */
export const silentProfile: Omit<Profile, 'id' | 'observedAt'> = {
  handle: null,
  name: null,
  summary: null,
  location: null,
  url: null,
  lang: null,
  timeZone: null,
  verified: null,
  protected: null,
  published: null,
  followers: null,
  friends: null,
  statuses: null,
  listed: null,
  favourites: null,
  image: null
}

/** An account of which only the name is known (it was mentioned, or is the author of something referred to). */
export type KnownAccount = {
  readonly id: ProfileId
  readonly handle: string | null
  readonly name: string | null
  readonly observedAt: number
}
