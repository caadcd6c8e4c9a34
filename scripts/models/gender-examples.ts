import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readCsv } from '../../bench/read-csv.ts'
import { describeForGender } from '../../src/enrichment/gender/gender-features.ts'
import { nameGender } from '../../src/enrichment/gender/name-gender.ts'
import { type ProfileReading, readProfile } from '../../src/enrichment/reading.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import type { Profile } from '../../src/model/profile.ts'
import type { Example } from './train-linear.ts'

const shared = new URL('../../../shared/data/', import.meta.url)
export const hasSharedData = () => existsSync(new URL('gender-profiles/', shared))

const textOf = (file: string) => {
  const bytes = readFileSync(new URL(file, shared))
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}

export const classes = ['female', 'male'] as const

/** A profile of which only some fields are known. */
export function profileOf(known: Partial<Profile>): Profile {
  const unknown = { handle: null, name: null, summary: null, location: null, url: null, lang: null, timeZone: null }
  const counts = { followers: null, friends: null, statuses: null, listed: null, favourites: null, image: null }
  const id = 'twitter:1' as ProfileId // Nothing here depends on it.
  return { id, ...unknown, ...counts, verified: null, protected: null, published: null, observedAt: 0, ...known }
}

export type JudgedProfile = { readonly reading: ProfileReading; readonly label: number; readonly sure: boolean }

/** Profiles whose gender people have judged; `sure` when all judges agreed. */
export function judgedProfiles(): JudgedProfile[] {
  return readCsv(textOf('gender-profiles/profiles.csv.gz')).flatMap(
    ({ label, screen_name, description, confidence }) => {
      const at = classes.findIndex(each => each === label)
      const reading = readProfile(profileOf({ handle: screen_name ?? null, summary: description ?? null }))
      return at < 0 ? [] : [{ reading, label: at, sure: Number(confidence) === 1 }]
    }
  )
}

/** What judged profiles teach. */
export const judgedExample = ({ reading, label }: JudgedProfile): Example => ({
  describe: describeForGender(reading),
  label
})

/**
 * Profiles whose display name tells their gender beyond doubt: the table of names is the judge, so they count less. What
 * they teach is how women and men of such names describe themselves.
 */
export function namedExamples(weight: number): Example[] {
  const corpus = textOf('sample-corpus/profiles.jsonl.gz')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
    .map(({ screen_name, name, description }) => ({ handle: screen_name, name, summary: description }))
  const persons = ['account-type/natural.csv.gz', 'account-type/balanced.csv.gz']
    .flatMap(file => readCsv(textOf(file)))
    .filter(({ label }) => label === 'individual')
    .map(({ username, name, bio }) => ({ handle: username, name, summary: bio }))
  const known = new Map([...corpus, ...persons].map(each => [String(each.handle).toLowerCase(), each]))
  return [...known.values()].flatMap(known => {
    const reading = readProfile(profileOf(known))
    const female = reading.summary.tokens.length > 1 ? nameGender(reading.name).female : undefined
    if (female === undefined || Math.abs(female - 0.5) < 0.45) return []
    return [{ describe: describeForGender(reading), label: female > 0.5 ? 0 : 1, weight }]
  })
}
