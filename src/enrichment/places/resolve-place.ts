import type { ResolvedPlace } from '../../model/place.ts'
import { calibrated, type Level } from './confidence.ts'
import { cityAround, kmTo, type Point, pointIn } from './coordinates.ts'
import { countryOf, describePlace, stateOf } from './describe-place.ts'
import { gazetteer } from './gazetteer.ts'
import { type Group, groupsIn } from './mentions.ts'
import { placeWords } from './place-words.ts'
import { ianaZone, sharesOfAmericans } from './time-zones.ts'
import { type Hint, type Reading, weigh } from './weigh.ts'

export type PlaceQuestion = {
  readonly location: string | null
  readonly timeZone: string | null
  readonly coordinates?: Point
}

export type PlaceAnswer = ResolvedPlace & { readonly confidence: number; readonly from: string }

/** A place by its number in the gazetteer, and how surely it is the one that is meant. */
export type FoundPlace = Found & { readonly from: 'coordinates' | 'location' | 'time zone' }

/**
 * Where a profile says that it is: the narrowest of city, state and country that is sure enough, or nothing. `from` is
 * `coordinates`, `location` or `time zone`. Beside a location a time zone only tips the scales between places of one name.
 */
export function resolvePlace(asked: PlaceQuestion): PlaceAnswer | undefined {
  const found = findPlace(asked)
  return found && { ...describePlace(found.place), confidence: found.confidence, from: found.from }
}

/** As `resolvePlace`, without the description. */
export function findPlace(asked: PlaceQuestion): FoundPlace | undefined {
  const point = asked.coordinates ?? (asked.location === null ? undefined : pointIn(asked.location))
  if (point) return placeOfPoint(point)
  if (asked.location === null || asked.location.trim() === '') return placeOfZone(asked.timeZone)
  if (isDamagedPoint.test(asked.location)) return undefined
  const found = placeOfText(asked.location, hintOf(asked))
  return found && { place: found.place, confidence: found.confidence, from: 'location' }
}

/** Coordinates that are cut off or hidden: their `ÜT` is not Utah. */
const isDamagedPoint = /^(?:ÜT|iPhone|Pre): ?-?\d/

/** How sure the city near a point is the one that is meant; the rest are points at borders. */
const pointConfidence = 0.97

function placeOfPoint({ latitude, longitude }: Point): FoundPlace | undefined {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined
  const place = cityAround({ latitude, longitude })
  return place === undefined ? undefined : { place, confidence: pointConfidence, from: 'coordinates' }
}

/** The country of a time zone that is one country's, as far as those who tell both agree. */
function placeOfZone(timeZone: string | null): FoundPlace | undefined {
  const confidence = timeZone === null ? undefined : sharesOfAmericans.get(ianaZone(timeZone))
  if (confidence === undefined) return undefined
  unitedStates ??= countryNamed('US')
  return { place: unitedStates, confidence, from: 'time zone' }
}

let unitedStates: number | undefined

function countryNamed(wanted: string): number {
  const { cities, states, countryCodes } = gazetteer()
  return cities + states + countryCodes.findIndex(([code]) => code === wanted)
}

function hintOf({ timeZone }: PlaceQuestion): Hint {
  if (!timeZone) return { offset: undefined }
  const zone = ianaZone(timeZone)
  return { offset: offsets().get(zone) }
}

let offsetByZone: ReadonlyMap<string, number> | undefined

function offsets(): ReadonlyMap<string, number> {
  offsetByZone ??= new Map(gazetteer().zoneOffsets)
  return offsetByZone
}

type Found = { readonly place: number; readonly confidence: number }

function placeOfText(location: string, hint: Hint): Found | undefined {
  const groups = groupsIn(placeWords(location))
  const found: Found[] = []
  for (const group of groups) {
    const place = placeOfGroup(group, hint)
    if (place) found.push(place)
    // `Oxford, New York, Boston and Johannesburg`: where the first is left open, the last is not the answer.
    else if (found.length === 0 && group.mentions.length > 1) return undefined
  }
  return oneOf(found)
}

/** The narrowest level that is sure enough. */
function placeOfGroup(group: Group, hint: Hint): Found | undefined {
  const { readings, hasSupport } = weigh(group, hint)
  const [best] = readings
  if (!best) return undefined
  const { cities } = gazetteer()
  const about = { hasSupport, strangers: group.strangers }
  if (best.place < cities) {
    const confidence = calibrated('city', shareNear(best.place, readings), about)
    if (confidence >= thresholds.city) return { place: best.place, confidence }
  }
  const state = heaviest(readings, stateOf)
  if (state) {
    const confidence = calibrated('state', state.share, about)
    if (confidence >= thresholds.state) return { place: state.place, confidence }
  }
  const country = heaviest(readings, countryOf)
  if (!country) return undefined
  const confidence = calibrated('country', country.share, about)
  return confidence >= thresholds.country ? { place: country.place, confidence } : undefined
}

const thresholds: Record<Level, number> = { city: 0.7, state: 0.7, country: 0.8 }

const sameTownKm = 50
/** In hundred thousandths of a degree, a little more than 50 km. */
const sameTownNorth = 0.46e5

function shareNear(city: number, readings: readonly Reading[]): number {
  let sum = 0
  for (const { place, share } of readings) if (place === city || areOneTown(place, city)) sum += share
  return sum
}

function areOneTown(place: number, city: number): boolean {
  const { cities, latitudes, longitudes } = gazetteer()
  if (place >= cities) return false
  const latitude = latitudes[city] as number
  // Most namesakes end here.
  if (Math.abs((latitudes[place] as number) - latitude) > sameTownNorth) return false
  return kmTo(place, latitude / 1e5, (longitudes[city] as number) / 1e5) < sameTownKm
}

/** The state or country with the largest share of the readings. */
function heaviest(readings: readonly Reading[], regionOf: (place: number) => number | undefined): Reading | undefined {
  const [only] = readings
  if (readings.length === 1 && only) {
    const region = regionOf(only.place)
    return region === undefined ? undefined : { place: region, share: only.share }
  }
  const shares = new Map<number, number>()
  for (const { place, share } of readings) {
    const region = regionOf(place)
    if (region !== undefined) shares.set(region, (shares.get(region) ?? 0) + share)
  }
  let best: Reading | undefined
  for (const [place, share] of shares) if (!best || share > best.share) best = { place, share }
  return best
}

/** Of several places that are told side by side: the first, or what they are in together if they are far apart. */
function oneOf(found: readonly Found[]): Found | undefined {
  if (found.length < 2) return found[0]
  const away = found.filter(({ place }, at) => !isWashington(place, at > 0))
  const [widest, ...others] = away.length > 0 ? away : found
  if (!widest) return undefined
  // `Indonesia - Jakarta`
  const first = others.find(({ place }) => place !== widest.place && isIn(place, widest.place)) ?? widest
  const apart = others.filter(
    ({ place }) => countryOf(place) === countryOf(first.place) && !areTogether(first.place, place)
  )
  if (apart.length === 0) return first
  const state = stateOf(first.place)
  const together = apart.every(({ place }) => stateOf(place) === state) ? state : undefined
  return {
    place: together ?? countryOf(first.place),
    confidence: Math.max(first.confidence, ...apart.map(other => other.confidence))
  }
}

const isIn = (place: number, region: number) => stateOf(place) === region || countryOf(place) === region

/** Members of Congress and many others name their home beside it. */
function isWashington(place: number, isBesideAnother: boolean): boolean {
  const { cities, stateCodes } = gazetteer()
  const state = stateOf(place)
  if (state === undefined) return false
  const code = stateCodes[state - cities]?.[0]
  return code === 'US.DC' || (code === 'US.WA' && place === state && isBesideAnother)
}

function areTogether(one: number, other: number): boolean {
  const { cities, latitudes, longitudes } = gazetteer()
  if (one === other || isIn(one, other)) return true
  if (one >= cities || other >= cities) return false
  return kmTo(one, (latitudes[other] as number) / 1e5, (longitudes[other] as number) / 1e5) < 100
}
