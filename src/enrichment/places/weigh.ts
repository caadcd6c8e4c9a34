import { kmTo } from './coordinates.ts'
import { countryOf, stateOf } from './describe-place.ts'
import { type Candidate, gazetteer, nameKinds } from './gazetteer.ts'
import type { Group, Mention } from './mentions.ts'

/** A place that a group may mean, and how likely that is beside all else that it may mean, nothing included. */
export type Reading = { readonly place: number; readonly share: number }

export type Weighed = {
  /** Most likely first. */
  readonly readings: readonly Reading[]
  /** Whether another mention of the group is explained by the likeliest. */
  readonly hasSupport: boolean
}

/** Where the profile's time zone is, if it says one: seconds east of Greenwich. */
export type Hint = { readonly offset: number | undefined }

const weights = {
  kind: [0, -3, -1.5, 2] as const,
  commonRegion: 0.5,
  /** `IN` is Indiana before it is India. */
  countryCode: -4,
  country: 3.5,
  largeState: 2,
  smallState: 0.5,
  section: -2,
  /** English is what most write, and what most that write a bare name live by. */
  unitedStates: 0.8,
  englishSpeaking: 0.3,
  /** For a mention that the place explains: as its state, its country, a city nearby, once more. `Ontario, CA` is in California. */
  inState: 5,
  inCountry: 4,
  inCountryOfCode: 1.5,
  nearby: 2,
  same: 0.5,
  /** For a mention that the place leaves unexplained. */
  unexplained: -9,
  /** For a town before its state or country that the gazetteer does not know there. */
  unknownTown: -4,
  /** A code of a state elsewhere: `WA` is Washington before it is Western Australia. */
  foreignCode: -1.5,
  americanState: 1.5,
  later: -1.5,
  nothing: 10.2,
  stranger: 1.1,
  /** Names that stand together are seldom all of them something else. */
  together: -4,
  /** In scripts without spaces the parts of an address follow each other, and may look like other places. */
  unexplainedIdeograph: -2,
  word: 6,
  sameOffset: 1.5,
  summerOffset: 0.8
}

const englishSpeaking = new Set(['GB', 'CA', 'AU', 'IE', 'NZ'])

/** Weighs what a group of mentions may mean: every candidate by its size, its name, and the mentions that it explains. */
export function weigh(group: Group, hint: Hint): Weighed {
  const { mentions } = group
  const scored: Scored[] = []
  for (let at = 0; at < mentions.length; at++) {
    const { candidates } = mentions[at] as Mention
    // Behind another place it is the state: `Deer Park, New York`.
    for (const candidate of at === 0 ? withoutStatesOfCities(candidates) : candidates)
      scored.push(scoreOf(candidate, at, mentions, hint))
  }
  let best = scored[0]
  if (!best) return { readings: [], hasSupport: false }
  for (const one of scored) if (one.score > best.score) best = one
  const { score: most, support } = best
  const nothing =
    weights.nothing + weights.stranger * Math.min(group.strangers, 5) + weights.together * (mentions.length - 1)
  const powers = scored.map(({ score }) => Math.exp(score - most))
  let total = Math.exp(nothing - most)
  for (const power of powers) total += power
  const readings = scored.map(({ place }, at) => ({ place, share: (powers[at] as number) / total }))
  if (readings.length > 1) readings.sort((a, b) => b.share - a.share)
  return { readings, hasSupport: support }
}

type Scored = { readonly place: number; readonly score: number; readonly support: boolean }

/** Who writes the name of a state and of its great city means the city: Zürich, São Paulo, Washington, D.C. */
function withoutStatesOfCities(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length === 1 || !candidates.some(({ place }) => isState(place))) return candidates
  const { cities, states, populations } = gazetteer()
  return candidates.filter(({ place }) => {
    if (place < cities || place >= cities + states) return true
    const people = populations[place] as number
    return !candidates.some(
      ({ place: city, kind }) =>
        city < cities &&
        stateOf(city) === place &&
        (populations[city] as number) > people * (kind === nameKinds.alternate ? nearlyAll : greatShare)
    )
  })
}

const greatShare = 0.15
/** București, whose own name is Bucharest here, is all of its province. */
const nearlyAll = 0.8

function scoreOf({ place, kind }: Candidate, at: number, mentions: readonly Mention[], { offset }: Hint): Scored {
  let score = standingOf(place) + kindOf(place, kind)
  if (offset !== undefined) score += sameOffset(place, offset)
  let support = false
  const isRegion = place >= gazetteer().cities
  for (let otherAt = 0; otherAt < mentions.length; otherAt++) {
    if (otherAt === at) continue
    const other = mentions[otherAt] as Mention
    const explained = explains(place, other)
    if (explained > 0) support = true
    if (explained > 0) score += explained
    else if (other.isIdeograph) score += weights.unexplainedIdeograph + (otherAt < at ? weights.later : 0)
    else if (otherAt > at) score += weights.unexplained
    else score += isRegion && mayBeTown(other) ? weights.unknownTown : weights.unexplained + weights.later
  }
  if (mentions[at]?.isWord && !support) score -= weights.word
  return { place, score, support }
}

/** Whether the gazetteer may lack the town that a mention is: none of its candidates is a place that all know. */
const mayBeTown = ({ candidates }: Mention) =>
  !candidates.some(candidate => standingOf(candidate.place) > knownToAll && !isCounty(candidate))

/** Counties and the like are names of the state that they are in: Middlesex is England, and a town elsewhere. */
const isCounty = ({ place, kind }: Candidate) => kind === nameKinds.common && isState(place)

/** A city of 150,000, or a state or country of about any size. */
const knownToAll = 12

function kindOf(place: number, kind: number): number {
  const { cities, states, countryCodes } = gazetteer()
  const isCountry = place >= cities + states
  if (kind === nameKinds.code && isCountry)
    return countryCodes[place - cities - states]?.[0] === 'US' ? 0 : weights.countryCode
  if (kind === nameKinds.code && place >= cities && countryCodes[countryOf(place) - cities - states]?.[0] !== 'US')
    return weights.kind[kind] + weights.foreignCode
  if (kind === nameKinds.common && place >= cities) return weights.commonRegion
  return weights.kind[kind as 0] ?? 0
}

const millions = 14

/** Log of its people, plus what states and countries are more often meant than cities of their size. */
function sizeOf(place: number): number {
  const { cities, states, populations, sections } = gazetteer()
  const size = Math.log((populations[place] as number) + 800)
  if (place >= cities + states) return 11 + 0.4 * Math.max(0, size - 11) + weights.country
  if (place >= cities)
    return (size < 12 ? size : 12 + 0.4 * (size - 12)) + (size > millions ? weights.largeState : weights.smallState)
  return size + (sections[place] === 1 ? weights.section : 0)
}

let standings = new Float32Array(0)

/** How often a place is meant, whatever it is called: worked out when it is first asked for. */
function standingOf(place: number): number {
  if (standings.length === 0) standings = new Float32Array(gazetteer().size).fill(Number.NaN)
  const known = standings[place] as number
  if (!Number.isNaN(known)) return known
  const { cities, states, countryCodes } = gazetteer()
  const code = countryCodes[countryOf(place) - cities - states]?.[0] ?? ''
  let standing = sizeOf(place)
  if (code === 'US') standing += weights.unitedStates + (isState(place) ? weights.americanState : 0)
  else if (englishSpeaking.has(code)) standing += weights.englishSpeaking
  standings[place] = standing
  return standing
}

const isState = (place: number) => place >= gazetteer().cities && place < gazetteer().cities + gazetteer().states

/** Many clients chose a zone by the clock, in summer the next one: people in New York came out in Halifax, in London in Amsterdam. */
function sameOffset(place: number, offset: number): number {
  const { zones, zoneOffsets } = gazetteer()
  const zone = zoneOffsets[zones[place] as number]
  if (!zone?.[0]) return 0
  const seconds = zone[1]
  if (seconds === offset) return weights.sameOffset
  return offset - seconds === summerSeconds ? weights.summerOffset : 0
}

const summerSeconds = 3600

const nearbyKm = 60

/** How much a place explains another mention: as its state, its country, itself, or a city nearby; 0 = not at all. */
function explains(place: number, other: Mention): number {
  const { cities, latitudes, longitudes } = gazetteer()
  const state = stateOf(place)
  const country = countryOf(place)
  let most = 0
  for (const { place: its, kind } of other.candidates) {
    if (its === place) most = Math.max(most, weights.same)
    else if (its === state) most = Math.max(most, weights.inState)
    else if (its === country)
      most = Math.max(most, kind === nameKinds.code ? weights.inCountryOfCode : weights.inCountry)
    else if (its < cities && place < cities && stateOf(its) === state && country === countryOf(its)) {
      const km = kmTo(its, (latitudes[place] as number) / 1e5, (longitudes[place] as number) / 1e5)
      if (km < nearbyKm) most = Math.max(most, weights.nearby)
    }
  }
  return most
}
