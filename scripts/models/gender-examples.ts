import { describeForGender } from '../../src/enrichment/gender/gender-features.ts'
import { nameGender } from '../../src/enrichment/gender/name-gender.ts'
import { type ProfileReading, readProfile } from '../../src/enrichment/reading.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import { type Profile, silentProfile } from '../../src/model/profile.ts'
import { sharedRecords, sharedRows } from './shared-data.ts'
import type { Example } from './train-linear.ts'

export const classes: readonly string[] = ['female', 'male']

/** A profile of which only some fields are known. */
export function profileOf(known: Partial<Profile>): Profile {
  const id = 'twitter:1' as ProfileId // Nothing here depends on it.
  return { ...silentProfile, id, observedAt: 0, ...known }
}

type JudgedProfile = { readonly reading: ProfileReading; readonly label: number; readonly sure: boolean }

/** Profiles whose gender people have judged; `sure` when all judges agreed. */
export function judgedProfiles(): JudgedProfile[] {
  return sharedRows('gender-profiles/profiles.csv.gz').flatMap(({ label, screen_name, description, confidence }) => {
    const at = classes.indexOf(label ?? '')
    const reading = readProfile(profileOf({ handle: screen_name ?? null, summary: description ?? null }))
    return at < 0 ? [] : [{ reading, label: at, sure: Number(confidence) === 1 }]
  })
}

/** What judged profiles teach. */
export const judgedExample = ({ reading, label }: JudgedProfile): Example => ({
  describe: describeForGender(reading),
  label
})

type CorpusProfile = { readonly screen_name: string; readonly name: string; readonly description: string | null }

/**
 * Profiles whose display name tells their gender beyond doubt: the table of names is the judge, so they count less. What
 * they teach is how women and men of such names describe themselves.
 */
export function namedExamples(weight: number): Example[] {
  const corpus = sharedRecords<CorpusProfile>('sample-corpus/profiles.jsonl.gz').map(
    ({ screen_name, name, description }) => ({ handle: screen_name, name, summary: description })
  )
  const persons = ['account-type/natural.csv.gz', 'account-type/balanced.csv.gz']
    .flatMap(file => sharedRows(file))
    .filter(({ label }) => label === 'individual')
    .map(({ username = '', name = '', bio = '' }) => ({ handle: username, name, summary: bio }))
  const known = new Map([...corpus, ...persons].map(each => [each.handle.toLowerCase(), each]))
  return [...known.values()].flatMap(known => {
    const reading = readProfile(profileOf(known))
    const female = reading.summary.tokens.length > 1 ? nameGender(reading.name).female : undefined
    if (female === undefined || Math.abs(female - 0.5) < 0.45) return []
    return [{ describe: describeForGender(reading), label: female > 0.5 ? 0 : 1, weight }]
  })
}

const longestCompared = 40

/** Posts of people whose gender was judged: how women and men write. Those that stand beside a judged profile are left out. */
export function tweetExamples(weight: number): Example[] {
  const startOf = (text = '') => text.slice(0, longestCompared)
  const beside = new Set(sharedRows('gender-profiles/profiles.csv.gz').map(({ tweet_text }) => startOf(tweet_text)))
  return sharedRows('gender-profiles/tweets-by-gender.csv.gz').flatMap(({ label = '', text = '' }) => {
    const at = classes.indexOf(label)
    if (at < 0 || beside.has(startOf(text))) return []
    return [{ describe: describeForGender(readProfile(profileOf({ handle: null, summary: text }))), label: at, weight }]
  })
}
