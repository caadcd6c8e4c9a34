import { decode, type Pack } from '../packs/pack.ts'
import { pack } from '../packs/packs.ts'
import { bucketsOf } from '../packs/sorted-hashes.ts'

/** What a name is to its place: its own, one of other languages and times, a code (`MA`, `GER`), what people call it (`NYC`). */
export const nameKinds = { official: 0, alternate: 1, code: 2, common: 3 } as const

/** What a few words may name. */
export type Candidate = { readonly place: number; readonly kind: number }

/** Places by number: cities first, in order of a grid of degrees, then states, then countries. */
export type Gazetteer = {
  readonly cities: number
  readonly states: number
  readonly size: number
  readonly ids: Uint32Array
  readonly latitudes: Int32Array
  readonly longitudes: Int32Array
  readonly populations: Uint32Array
  /** The state that a city is in, the country that a state is in or a city without a state, itself for a country. */
  readonly parents: Uint16Array
  readonly zones: Uint16Array
  readonly metros: Uint16Array
  readonly globalMetros: Uint32Array
  /** 1 where a city is a part of another. */
  readonly sections: Uint8Array
  readonly stateCodes: readonly (readonly [code: string, abbreviation: string])[]
  readonly countryCodes: readonly (readonly [code: string, continent: string])[]
  readonly zoneOffsets: readonly (readonly [zone: string, seconds: number])[]
  readonly metroTitles: readonly string[]
  nameOf(place: number): string
  /** The places of a name by its key (place-key.ts), at most so many. */
  lookUp(hash: number, check: number, most: number): readonly Candidate[]
  /** First of the cities in a cell of the grid, 0 ≤ cell ≤ 180 · 360; worked out when a point is first asked for. */
  cellStarts(): Uint32Array
}

type Facts = {
  readonly cities: number
  readonly states: Gazetteer['stateCodes']
  readonly countries: Gazetteer['countryCodes']
  readonly zones: Gazetteer['zoneOffsets']
  readonly metroTitles: readonly string[]
}

let opened: Gazetteer | undefined

/** The places pack, opened when it is first asked for. */
export function gazetteer(): Gazetteer {
  opened ??= open(pack('places'))
  return opened
}

const nodeMask = (1 << 18) - 1
const bucketShift = 15

function open(places: Pack): Gazetteer {
  const facts = places.manifest.facts as Facts // Our own build wrote it.
  const hashes = places.section('hashes', 'uint32')
  const refs = places.section('refs', 'uint32')
  const latitudes = places.section('latitudes', 'int32')
  const longitudes = places.section('longitudes', 'int32')
  const names = places.section('names', 'uint8')
  const nameStarts = startsOf(places.section('nameLengths', 'uint8'))
  const startOf = bucketsOf(hashes, bucketShift)
  let cellStarts: Uint32Array | undefined
  return {
    cities: facts.cities,
    states: facts.states.length,
    size: latitudes.length,
    ids: places.section('ids', 'uint32'),
    latitudes,
    longitudes,
    populations: places.section('populations', 'uint32'),
    parents: places.section('parents', 'uint16'),
    zones: places.section('zones', 'uint16'),
    metros: places.section('metros', 'uint16'),
    globalMetros: places.section('globalMetros', 'uint32'),
    sections: places.section('sections', 'uint8'),
    stateCodes: facts.states,
    countryCodes: facts.countries,
    zoneOffsets: facts.zones,
    metroTitles: facts.metroTitles,
    cellStarts() {
      cellStarts ??= cellsOf(latitudes, longitudes, facts.cities)
      return cellStarts
    },
    nameOf: place => decode(names, nameStarts[place], nameStarts[place + 1]),
    lookUp(hash, check, most) {
      let found: Candidate[] | undefined
      for (let at = startOf(hash >>> bucketShift); at < hashes.length && (hashes[at] as number) <= hash; at++) {
        if (hashes[at] !== hash) continue
        const ref = refs[at] as number
        if (ref >>> 21 !== check) continue
        found ??= []
        if (found.length < most) found.push({ place: ref & nodeMask, kind: (ref >>> 18) & 7 })
      }
      return found ?? nothing
    }
  }
}

const nothing: readonly Candidate[] = []

function startsOf(lengths: Uint8Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (let at = 0; at < lengths.length; at++) starts[at + 1] = (starts[at] as number) + (lengths[at] as number)
  return starts
}

function cellsOf(latitudes: Int32Array, longitudes: Int32Array, cities: number): Uint32Array {
  const starts = new Uint32Array(180 * 360 + 1)
  for (let city = 0; city < cities; city++)
    countIn(starts, cellAt((latitudes[city] as number) / 1e5, (longitudes[city] as number) / 1e5) + 1)
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number)
  return starts
}

/** The cell of the grid that a point is in. */
export function cellAt(latitude: number, longitude: number): number {
  return (Math.floor(latitude) + 90) * 360 + Math.floor(longitude) + 180
}

function countIn(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1
}
