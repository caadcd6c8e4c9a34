import { describeAccount } from '../../src/enrichment/account-type/account-features.ts'
import { readProfile } from '../../src/enrichment/reading.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import type { Profile } from '../../src/model/profile.ts'
import { sharedRows } from './shared-data.ts'
import type { Example } from './train-linear.ts'

export const accountClasses = ['person', 'organization'] as const

export const accountTraining = { classes: accountClasses, bits: 18, epochs: 6, rate: 0.1, decay: 1e-4, seed: 20 }

/** A labelled profile; each Humanizr one twice: with all that its network told, and with its texts only. */
export type AccountCase = Example & {
  readonly set: 'natural' | 'balanced' | 'gender'
  readonly view: 'full' | 'texts'
  readonly profile: Profile
  /** The same for both views of one account. */
  readonly fold: number
}

/** Organizations of the sets that have too many of them count this much, so that probabilities are those of natural samples. */
const weightOfExtra = 0.35
const weightOfGenderSet = 0.5

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
      cases.push(caseOf({ set, view: 'full', profile, label, weight, fold }))
      cases.push(caseOf({ set, view: 'texts', profile: textsOf(profile), label, weight, fold }))
    }
  }
  for (const [at, row] of sharedRows('gender-profiles/profiles.csv.gz').entries()) {
    if (row.label === 'unknown') continue
    const label = row.label === 'brand' ? 1 : 0
    const weight = weightOfGenderSet * Number(row.confidence) * (label === 1 ? weightOfExtra : 1)
    cases.push(caseOf({ set: 'gender', view: 'texts', profile: crowdProfile(row), label, weight, fold: at }))
  }
  return cases
}

function caseOf(about: Omit<AccountCase, 'describe'>): AccountCase {
  return { ...about, describe: features => describeAccount(readProfile(about.profile))(features) }
}

const unknown: Profile = {
  id: 'twitter:0' as ProfileId, // Traits do not read it.
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
  image: null,
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
