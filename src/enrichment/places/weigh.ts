import { kmTo } from './coordinates.ts'
import { countryOf, stateOf } from './describe-place.ts'
import { gazetteer, nameKinds } from './gazetteer.ts'
import type { Candidate, Group, Mention } from './mentions.ts'

/** A place that a group may mean, and how likely that is beside all else that it may mean, nothing included. */
export type Reading = { readonly place: number; readonly share: number }

export type Weighed = {
  /** Most likely first. */
  readonly readings: readonly Reading[]
  /** Whether another mention of the group is explained by the likeliest. */
  readonly hasSupport: boolean
}

/** Where the profile's time zone is, if it says one: seconds east of Greenwich. */
export type Hint = { readonly offset: number | undefined; readonly lang: string | null }

const weights = {
  kind: [0, -3, -1.5, 1] as const,
  country: 3.5,
  state: 1.5,
  section: -2,
  /** English is what most write, and what most that write a bare name live by. */
  unitedStates: 0.8,
  englishSpeaking: 0.3,
  /** For a mention that the place leaves unexplained. */
  unexplained: -5,
  later: -1.5,
  nothing: 10.2,
  stranger: 1.1,
  word: 6,
  sameOffset: 1.5
}

const englishSpeaking = new Set(['GB', 'CA', 'AU', 'IE', 'NZ'])

/** Weighs what a group of mentions may mean: every candidate by its size, its name, and the mentions that it explains. */
export function weigh(group: Group, hint: Hint): Weighed {
  const { mentions } = group
  const scored: { place: number; score: number; support: boolean }[] = []
  mentions.forEach((mention, at) => {
    for (const candidate of mention.candidates) scored.push(scoreOf(candidate, at, mention, mentions, hint))
  })
  if (scored.length === 0) return { readings: [], hasSupport: false }
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  const nothing = weights.nothing + weights.stranger * Math.min(group.strangers, 5)
  const total = scored.reduce((sum, { score }) => sum + Math.exp(score - best.score), Math.exp(nothing - best.score))
  const readings = scored.map(({ place, score }) => ({ place, share: Math.exp(score - best.score) / total }))
  readings.sort((a, b) => b.share - a.share)
  return { readings, hasSupport: best.support }
}

function scoreOf({ place, kind }: Candidate, at: number, mention: Mention, mentions: readonly Mention[], hint: Hint) {
  let score = sizeOf(place) + (weights.kind[kind as 0] ?? 0) + likelihoodOf(place, hint)
  let support = false
  mentions.forEach((other, otherAt) => {
    if (otherAt === at) return
    const explained = explains(place, other)
    if (explained > 0) support = true
    score += explained > 0 ? explained : weights.unexplained
    if (otherAt < at && explained <= 0) score += weights.later
  })
  if (mention.isWord && !support) score -= weights.word
  return { place, score, support }
}

/** Log of its people, plus what states and countries are more often meant than cities of their size. */
function sizeOf(place: number): number {
  const { cities, states, populations, sections } = gazetteer()
  const size = Math.log((populations[place] as number) + 800)
  if (place >= cities + states) return Math.max(size, 11) + weights.country
  if (place >= cities) return Math.max(size, 11) + weights.state
  return size + (sections[place] === 1 ? weights.section : 0)
}

function likelihoodOf(place: number, { offset }: Hint): number {
  const { cities, states, countryCodes, zones, zoneOffsets } = gazetteer()
  const code = countryCodes[countryOf(place) - cities - states]?.[0] ?? ''
  let likelihood = 0
  if (code === 'US') likelihood += weights.unitedStates
  else if (englishSpeaking.has(code)) likelihood += weights.englishSpeaking
  const [zone, seconds] = zoneOffsets[zones[place] as number] ?? []
  if (offset !== undefined && zone && Math.abs((seconds ?? 0) - offset) < 60) likelihood += weights.sameOffset
  return likelihood
}

/** How much a place explains another mention: as its state, its country, itself, or a city nearby; 0 = not at all. */
function explains(place: number, other: Mention): number {
  const { cities, latitudes, longitudes } = gazetteer()
  const [state, country] = [stateOf(place), countryOf(place)]
  let most = 0
  for (const { place: its, kind } of other.candidates) {
    if (its === place) most = Math.max(most, 0.5)
    else if (its === state) most = Math.max(most, kind === nameKinds.code ? 5 : 5)
    else if (its === country) most = Math.max(most, 4)
    else if (its < cities && place < cities && stateOf(its) === state && country === countryOf(its)) {
      const km = kmTo(its, (latitudes[place] as number) / 1e5, (longitudes[place] as number) / 1e5)
      if (km < 60) most = Math.max(most, 2)
    }
  }
  return most
}
