import type { PlaceType, ResolvedPlace } from '../../model/place.ts'
import { gazetteer } from './gazetteer.ts'

/** Countries whose first level GeoNames and their people call states; elsewhere it is a province. */
const countriesOfStates = new Set([
  ...['US', 'AU', 'IN', 'BR', 'MX', 'DE', 'AT', 'NG', 'MY', 'VE', 'MM', 'SS', 'SD', 'FM', 'PW']
])

/** A place of the gazetteer as results publish it. */
export function describePlace(place: number): ResolvedPlace {
  const { cities, states, countryCodes, ids, populations, metros, globalMetros, metroTitles, nameOf } = gazetteer()
  const state = stateOf(place)
  const country = countryOf(place)
  const [countryCode = '', continent = ''] = countryCodes[country - cities - states] ?? []
  const type = typeOf(place, countryCode)
  const name = nameOf(place)
  const globalMetro = place < cities ? (globalMetros[place] as number) : 0
  const metroArea = metroTitles[metros[place] as number]
  const population = populations[place] as number
  return {
    type,
    name,
    ...levelOf(type),
    geo_name_id: ids[place] as number,
    ...(globalMetro > 0 && { global_metro_area: nameOf(globalMetro - 1) }),
    location: {
      ...(place < cities && { city: name }),
      ...(state !== undefined && { state: nameOf(state), ...abbreviationOf(state) }),
      country: nameOf(country),
      country_code: countryCode,
      continent,
      ...zoneOf(place),
      ...(metroArea && { metro_area: metroArea }),
      ...(population > 0 && { population }),
      place_type: type,
      ...coordinatesOf(place)
    }
  }
}

function typeOf(place: number, countryCode: string): PlaceType {
  const { cities, states } = gazetteer()
  if (place < cities) return 'City'
  if (place >= cities + states) return 'Country'
  return countriesOfStates.has(countryCode) ? 'State' : 'Province'
}

function levelOf(type: PlaceType) {
  if (type === 'City') return { city: true }
  if (type === 'State') return { state: true }
  return type === 'Province' ? { province: true } : { country: true }
}

/** The state that a place is or is in. */
export function stateOf(place: number): number | undefined {
  const { cities, states, parents } = gazetteer()
  if (place >= cities + states) return undefined
  if (place >= cities) return place
  const parent = parents[place] as number
  return parent < states ? cities + parent : undefined
}

/** The country that a place is or is in. */
export function countryOf(place: number): number {
  const { cities, parents } = gazetteer()
  const state = stateOf(place)
  return cities + (parents[state ?? place] as number)
}

function abbreviationOf(state: number) {
  const { cities, stateCodes } = gazetteer()
  const abbreviation = stateCodes[state - cities]?.[1]
  return abbreviation ? { state_abbreviation: abbreviation } : {}
}

function zoneOf(place: number) {
  const { zones, zoneOffsets } = gazetteer()
  const [zone = '', seconds = 0] = zoneOffsets[zones[place] as number] ?? []
  return zone === '' ? {} : { time_zone: zone, utc_offset: String(seconds) }
}

function coordinatesOf(place: number) {
  const { latitudes, longitudes } = gazetteer()
  const [latitude, longitude] = [(latitudes[place] as number) / 1e5, (longitudes[place] as number) / 1e5]
  return latitude === 0 && longitude === 0 ? {} : { coordinates: { latitude, longitude } }
}
