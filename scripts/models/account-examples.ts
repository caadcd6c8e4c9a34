import { describeAccount } from '../../src/enrichment/account-type/account-features.ts'
import { readProfile } from '../../src/enrichment/reading.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import { type Profile, silentProfile } from '../../src/model/profile.ts'
import { sharedRecords, sharedRows } from './shared-data.ts'
import type { Example } from './train-linear.ts'

export const accountClasses = ['person', 'organization'] as const

export const accountTraining = { classes: accountClasses, bits: 18, epochs: 6, rate: 0.1, decay: 1e-4, seed: 20 }

/** A labelled profile; each Humanizr one three times: with all that its network told, with its texts, and with its name only. */
export type AccountCase = Example & {
  readonly set: 'natural' | 'balanced' | 'gender' | 'congress' | 'universities'
  readonly view: 'full' | 'texts' | 'name'
  readonly profile: Profile
  /** The same for all views of one account. */
  readonly fold: number
}

/** Organizations of the sets that have too many of them count this much, so that probabilities are those of natural samples. */
const weightOfExtra = 0.35
const weightOfGenderSet = 0.5
/** Accounts of one trade each, so that they do not outvote the sample. */
const weightOfTrades = 0.2

/** A name alone says less, and must not outvote what says more. */
const weightOfNames = 0.1

export function accountCases(): AccountCase[] {
  const seen = new Set<string>()
  const cases: AccountCase[] = []
  for (const set of ['natural', 'balanced'] as const) {
    for (const row of sharedRows(`account-type/${set}.csv.gz`)) {
      const id = row.id ?? ''
      if (seen.has(id)) continue
      seen.add(id)
      const profile = humanizrProfile(row)
      const label = row.label === 'organization' ? 1 : 0
      const weight = set === 'balanced' && label === 1 ? weightOfExtra : 1
      const fold = Number(BigInt(id) % 1_000_003n)
      cases.push(...allViews({ set, profile, label, weight, fold }))
    }
  }
  for (const [at, row] of sharedRows('gender-profiles/profiles.csv.gz').entries()) {
    if (row.label === 'unknown') continue
    const label = row.label === 'brand' ? 1 : 0
    const weight = weightOfGenderSet * Number(row.confidence) * (label === 1 ? weightOfExtra : 1)
    cases.push(caseOf({ set: 'gender', view: 'texts', profile: crowdProfile(row), label, weight, fold: at }))
  }
  return [...cases, ...congressCases(), ...universityCases()]
}

/** Members of the developers' half are persons, whoever writes for them; committees, caucuses and parties are not. */
function congressCases(): AccountCase[] {
  const members = new Set(sharedRows('congress-2017/labels-dev.csv').map(row => row.user_id))
  const kinds = new Map(sharedRows('congress-2017/accounts.csv').map(row => [row.user_id, row.kind]))
  return sharedRecords<TwitterUser>('congress-2017/users.jsonl.gz')
    .filter(user => members.has(user.id_str) || kinds.get(user.id_str) === 'organization')
    .flatMap((user, fold) => {
      const label = members.has(user.id_str) ? 0 : 1
      return allViews({ set: 'congress', profile: twitterProfile(user), label, weight: weightOfTrades, fold })
    })
}

function universityCases(): AccountCase[] {
  return sharedRows('universities-2019/users.csv')
    .filter(row => row.kind === 'organization')
    .flatMap((row, fold) => {
      const profile = {
        ...unknown,
        name: textOf(row.name),
        handle: textOf(row.screen_name),
        summary: textOf(row.description),
        location: textOf(row.location),
        followers: countOf(row.followers_count),
        friends: countOf(row.friends_count),
        statuses: countOf(row.statuses_count),
        verified: row.verified === 'true'
      }
      return allViews({ set: 'universities', profile, label: 1, weight: weightOfTrades / 2, fold })
    })
}

function allViews(about: Omit<AccountCase, 'describe' | 'view'>): AccountCase[] {
  const texts = textsOf(about.profile)
  return [
    caseOf({ ...about, view: 'full' }),
    caseOf({ ...about, view: 'texts', profile: texts }),
    caseOf({
      ...about,
      view: 'name',
      profile: { ...unknown, name: texts.name },
      weight: weightOfNames * (about.weight ?? 1)
    })
  ]
}

function caseOf(about: Omit<AccountCase, 'describe'>): AccountCase {
  return { ...about, describe: features => describeAccount(readProfile(about.profile))(features) }
}

const unknown: Profile = {
  id: 'twitter:0' as ProfileId, // Traits do not read it.
  ...silentProfile,
  observedAt: 0
}

const textOf = (field: string | undefined) => field || null
const countOf = (field: string | undefined) => (field ? Number(field) : null)

function humanizrProfile(row: Record<string, string>): Profile {
  return {
    ...unknown,
    name: textOf(row.name),
    handle: textOf(row.username),
    summary: textOf(row.bio),
    location: textOf(row.location),
    url: textOf(row.url),
    followers: countOf(row.followers),
    friends: countOf(row.following),
    statuses: countOf(row.tweets),
    favourites: countOf(row.likes),
    verified: row.verified === '1.0'
  }
}

/** What a caller of POST /profile sends at least. */
function textsOf({ name, handle, summary, location }: Profile): Profile {
  return { ...unknown, name, handle, summary, location }
}

function crowdProfile(row: Record<string, string>): Profile {
  return {
    ...unknown,
    handle: textOf(row.screen_name),
    summary: textOf(row.description),
    location: textOf(row.location),
    statuses: countOf(row.statuses_count),
    favourites: countOf(row.favourites_count)
  }
}

type TwitterUser = {
  readonly id_str: string
  readonly screen_name: string
  readonly name: string
  readonly description: string | null
  readonly location: string | null
  readonly entities?: { readonly url?: { readonly urls: readonly { readonly expanded_url?: string | null }[] } }
  readonly followers_count: number
  readonly friends_count: number
  readonly statuses_count: number
  readonly favourites_count: number
  readonly listed_count: number
  readonly verified: boolean
}

function twitterProfile(user: TwitterUser): Profile {
  return {
    ...unknown,
    name: textOf(user.name),
    handle: user.screen_name,
    summary: user.description || null,
    location: user.location || null,
    url: user.entities?.url?.urls[0]?.expanded_url ?? null,
    followers: user.followers_count,
    friends: user.friends_count,
    statuses: user.statuses_count,
    favourites: user.favourites_count,
    listed: user.listed_count,
    verified: user.verified
  }
}
