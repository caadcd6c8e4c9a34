import { nameGender } from '../../src/enrichment/gender/name-gender.ts'
import { type ProfileReading, readProfile } from '../../src/enrichment/reading.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import { type Profile, silentProfile } from '../../src/model/profile.ts'
import { sharedRecords, sharedRows } from './shared-data.ts'
import type { GenderExample } from './train-gender.ts'

export const classes: readonly string[] = ['female', 'male']

/** A profile of which only some fields are known. */
export function profileOf(known: Partial<Profile>): Profile {
  const id = 'twitter:1' as ProfileId // Nothing here depends on it.
  return { ...silentProfile, id, observedAt: 0, ...known }
}

type JudgedProfile = {
  readonly reading: ProfileReading
  /** In small letters: some profiles were judged several times. */
  readonly handle: string
  readonly label: number
  readonly sure: boolean
}

/** Profiles whose gender people have judged; `sure` when all judges agreed. */
export function judgedProfiles(): JudgedProfile[] {
  return sharedRows('gender-profiles/profiles.csv.gz').flatMap(({ label, screen_name, description, confidence }) => {
    const at = classes.indexOf(label ?? '')
    const reading = readProfile(profileOf({ handle: screen_name ?? null, summary: description ?? null }))
    const handle = (screen_name ?? '').toLowerCase()
    return at < 0 ? [] : [{ reading, handle, label: at, sure: Number(confidence) === 1 }]
  })
}

/** What judged profiles teach. */
export const judgedExample = ({ reading, label }: JudgedProfile): GenderExample => ({
  reading,
  isWoman: label === 0,
  weight: 1
})

type CorpusProfile = { readonly screen_name: string; readonly name: string; readonly description: string | null }

/**
 * Profiles whose display name tells their gender beyond doubt: the table of names is the judge, so they count less. What
 * they teach is how women and men of such names describe themselves and choose a handle. Judged profiles are not among them.
 */
export function namedExamples(weight: number): GenderExample[] {
  const corpus = sharedRecords<CorpusProfile>('sample-corpus/profiles.jsonl.gz').map(
    ({ screen_name, name, description }) => ({ handle: screen_name, name, summary: description })
  )
  const persons = ['account-type/natural.csv.gz', 'account-type/balanced.csv.gz']
    .flatMap(file => sharedRows(file))
    .filter(({ label }) => label === 'individual')
    .map(({ username = '', name = '', bio = '' }) => ({ handle: username, name, summary: bio }))
  const known = new Map([...corpus, ...persons].map(each => [each.handle.toLowerCase(), each]))
  const judged = new Set(judgedProfiles().map(({ handle }) => handle))
  return [...known.values()].flatMap(known => {
    if (judged.has(known.handle.toLowerCase())) return []
    const reading = readProfile(profileOf(known))
    const { female } = nameGender(reading.name)
    if (female === undefined || Math.abs(female - 0.5) < 0.45) return []
    return [{ reading, isWoman: female > 0.5, weight }]
  })
}

const longestCompared = 40

/** Posts of people whose gender was judged: how women and men write. Those that stand beside a judged profile are left out. */
export function tweetExamples(weight: number): GenderExample[] {
  const startOf = (text = '') => text.slice(0, longestCompared)
  const beside = new Set(sharedRows('gender-profiles/profiles.csv.gz').map(({ tweet_text }) => startOf(tweet_text)))
  return sharedRows('gender-profiles/tweets-by-gender.csv.gz').flatMap(({ label = '', text = '' }) => {
    const at = classes.indexOf(label)
    if (at < 0 || beside.has(startOf(text))) return []
    return [{ reading: readProfile(profileOf({ handle: null, summary: text })), isWoman: at === 0, weight }]
  })
}
