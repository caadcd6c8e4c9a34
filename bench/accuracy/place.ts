import { sharedRecords, sharedRows } from '../../scripts/models/shared-data.ts'
import { resolvePlace } from '../../src/enrichment/places/resolve-place.ts'
import { percent } from '../labelled-data.ts'
import { reliabilityRow } from './reliability-rows.ts'
import type { AccuracyBench, AccuracyRow } from './row.ts'

type Alias = Readonly<Record<string, string>>
type Answer = NonNullable<ReturnType<typeof resolvePlace>>
type Asked = { readonly location: string; readonly timeZone: string | null }

const resolved = ({ location, timeZone }: Asked) => resolvePlace({ location, timeZone })

/** Places are rules over a gazetteer; of the aliases only the six curves of confidence.ts were fitted. */
export default {
  trait: 'place',
  run: () => Promise.resolve([...aliasRows(), ...naturalRows(), congressRow()])
} satisfies AccuracyBench

function aliasRows(): AccuracyRow[] {
  const aliases = sharedRows('places/aliases.csv.gz').filter(alias => alias.country)
  const judged = aliases.map(alias => {
    const answer = resolved({ location: alias.text ?? '', timeZone: null })
    return { alias, answer }
  })
  const given = judged.flatMap(({ alias, answer }) => (answer ? [{ alias, answer }] : []))
  const countries = given.filter(({ alias }) => codeOf(alias) !== '')
  const cities = given.filter(({ alias, answer }) => answer.type === 'City' && alias.city && alias.latitude)
  const isUnitedStates = (alias: Alias) => codeOf(alias) === 'US'
  const states = given.filter(({ alias, answer }) => alias.state && answer.location.state && isUnitedStates(alias))
  const country = share(countries, ({ alias, answer }) => hasCountry(alias, answer))
  const city = share(cities, ({ alias, answer }) => isNear(alias, answer))
  const state = share(states, ({ alias, answer }) => folded(answer.location.state ?? '') === folded(alias.state ?? ''))
  return [
    {
      what: 'place of aliases',
      n: aliases.length,
      figures: {
        resolved: percent(given.length, aliases.length),
        country: country.text,
        'US state': state.text,
        'city within 50 km': city.text
      },
      baseline: `always United States: ${share(aliases, isUnitedStates).text}`,
      anchor: 'prototype: 85.9 % resolved, country 97.4, state 94.6, city 95.7',
      target: 'country 97 %, city 95 %',
      reached: country.value >= 0.97 && city.value >= 0.95
    },
    ...reliability(given.filter(({ alias }) => codeOf(alias) !== ''))
  ]
}

/** By bins of confidence, how many are right at the level that was given. */
function reliability(given: readonly { alias: Alias; answer: Answer }[]): AccuracyRow[] {
  const edges = [0.7, 0.8, 0.9, 1.01]
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] as number
    const bin = given.filter(({ answer }) => answer.confidence >= from && answer.confidence < to)
    const expected = bin.reduce((sum, { answer }) => sum + answer.confidence, 0) / Math.max(1, bin.length)
    const observed = share(bin, ({ alias, answer }) => isRight(alias, answer))
    return reliabilityRow(`place, confidence ${from} to ${Math.min(1, to)}`, bin.length, expected, observed.value)
  })
}

function naturalRows(): AccuracyRow[] {
  const sets = naturalSets()
  const all = sets.flatMap(({ strings }) => strings)
  const row = (name: string, strings: readonly Asked[]): AccuracyRow => {
    const answers = strings.map(resolved).filter(answer => answer !== undefined)
    return {
      what: `place of natural strings, ${name}`,
      n: strings.length,
      figures: {
        resolved: percent(answers.length, strings.length),
        'to a city': percent(answers.filter(({ type }) => type === 'City').length, strings.length)
      },
      baseline: '0 %',
      anchor: 'Carmen 60 to 62 %',
      target: '72 %',
      reached: answers.length >= 0.72 * strings.length
    }
  }
  return [row('all', all), ...sets.map(({ name, strings }) => row(name, strings))]
}

function naturalSets() {
  type User = { readonly location?: string | null; readonly time_zone?: string | null; readonly origin?: string }
  const strings = (rows: readonly User[]): Asked[] =>
    rows
      .filter(({ location }) => (location ?? '').trim() !== '')
      .map(({ location, time_zone }) => ({ location: location ?? '', timeZone: time_zone || null }))
  const fromCongress = (user: User) => user.origin?.startsWith('congress') || user.origin?.startsWith('followers')
  return [
    { name: 'account-type (natural)', strings: strings(sharedRows('account-type/natural.csv.gz')) },
    { name: 'account-type (balanced)', strings: strings(sharedRows('account-type/balanced.csv.gz')) },
    { name: 'gender-profiles', strings: strings(sharedRows('gender-profiles/profiles.csv.gz')) },
    { name: 'followers-v2', strings: strings(sharedRecords<User>('followers-v2/users.jsonl.gz')) },
    { name: 'congress-2017', strings: strings(sharedRecords<User>('congress-2017/users.jsonl.gz')) },
    {
      name: 'sample-corpus, the rest',
      strings: strings(sharedRecords<User>('sample-corpus/profiles.jsonl.gz').filter(user => !fromCongress(user)))
    }
  ]
}

function congressRow(): AccuracyRow {
  type User = { readonly id_str: string; readonly location: string; readonly time_zone: string | null }
  const states = new Map(sharedRows('congress-2017/labels-dev.csv').map(row => [row.user_id, row.state]))
  const members = sharedRecords<User>('congress-2017/users.jsonl.gz').filter(
    ({ id_str, location }) => states.has(id_str) && location.trim() !== ''
  )
  const right = share(members, ({ id_str, location, time_zone }) => {
    return resolved({ location, timeZone: time_zone })?.location.state_abbreviation === states.get(id_str)
  })
  return {
    what: 'state of members of Congress, labelled half, of those with a location',
    n: members.length,
    figures: { right: right.text },
    baseline: `always California: ${share(members, ({ id_str }) => states.get(id_str) === 'CA').text}`,
    anchor: '',
    target: '75 %',
    reached: right.value >= 0.75
  }
}

const countryCodes = new Map([
  ['United States', 'US'],
  ['United Kingdom', 'GB'],
  ['Indonesia', 'ID'],
  ['Canada', 'CA'],
  ['Australia', 'AU'],
  ['India', 'IN'],
  ['Brazil', 'BR'],
  ['Mexico', 'MX'],
  ['Philippines', 'PH'],
  ['Malaysia', 'MY']
])

/** Many aliases of counties name the country only in words. */
const codeOf = (alias: Alias) => alias.country_code || (countryCodes.get(alias.country ?? '') ?? '')

const hasCountry = (alias: Alias, answer: Answer) => answer.location.country_code === codeOf(alias)

function isRight(alias: Alias, answer: Answer): boolean {
  if (answer.type === 'City' && alias.city && alias.latitude) return isNear(alias, answer)
  const sameState =
    answer.type === 'Country' ||
    codeOf(alias) !== 'US' ||
    folded(answer.location.state ?? '') === folded(alias.state ?? '')
  return hasCountry(alias, answer) && sameState
}

function isNear(alias: Alias, { location: { coordinates } }: Answer): boolean {
  if (!coordinates) return false
  const north = Number(alias.latitude) - coordinates.latitude
  const east = (Number(alias.longitude) - coordinates.longitude) * Math.cos((coordinates.latitude * Math.PI) / 180)
  return 111.2 * Math.hypot(north, east) < 50
}

const folded = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^washington, d\.c\.$/, 'district of columbia')
    .replace(/[^a-z]/g, '')

function share<Case>(cases: readonly Case[], isRight: (one: Case) => boolean) {
  const right = cases.filter(isRight).length
  return { value: right / Math.max(1, cases.length), text: percent(right, cases.length) }
}
