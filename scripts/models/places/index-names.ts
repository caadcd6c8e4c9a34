import { nameKinds } from '../../../src/enrichment/places/gazetteer.ts'
import { checkBits, keyOf } from '../../../src/enrichment/places/place-key.ts'
import { placeWords } from '../../../src/enrichment/places/place-words.ts'
import { languagesOfNames } from './languages-of-names.ts'
import { cityNames, countryNames, stateNames } from './other-names.ts'
import { type City, type Gazetteer, groupBy } from './read-gazetteer.ts'

type Kind = (typeof nameKinds)[keyof typeof nameKinds]
type Named = { readonly hash: number; readonly ref: number }

const nodeBits = 18
const kindBits = 3

/** Every name by its hash, in their order; beside it the place, the kind of name, and a check. */
export function indexNames({ cities, states, countries }: Pick<Gazetteer, 'cities' | 'states' | 'countries'>) {
  const known = new Map<string, Named & { readonly kind: Kind }>()
  const add = (name: string, node: number, kind: Kind) => {
    const words = placeWords(name)
    if (words.length === 0) return
    const { hash, check } = keyOf(words)
    const at = `${hash} ${check} ${node}`
    const before = known.get(at)
    if (before && rank(before.kind) <= rank(kind)) return
    const ref = ((check << (nodeBits + kindBits)) | (kind << nodeBits) | node) >>> 0
    known.set(at, { hash, ref, kind })
  }
  addCountries(countries, cities.length + states.length, add)
  addStates(states, cities.length, add)
  addCities(cities, add)
  const sorted = [...known.values()].sort((a, b) => a.hash - b.hash || a.ref - b.ref)
  return {
    hashes: Uint32Array.from(sorted, ({ hash }) => hash),
    refs: Uint32Array.from(sorted, ({ ref }) => ref)
  }
}

/** What is known by several kinds of name is known by the strongest. */
const rank = (kind: Kind) => [nameKinds.common, nameKinds.official, nameKinds.code, nameKinds.alternate].indexOf(kind)

if (1 << checkBits !== 1 << (32 - nodeBits - kindBits)) throw new RangeError('a reference has 32 bits')

type Add = (name: string, node: number, kind: Kind) => void

function addCountries(countries: Gazetteer['countries'], first: number, add: Add): void {
  const displays = languagesOfNames.map(
    language => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  )
  countries.forEach(({ code, iso3, name }, at) => {
    add(name, first + at, nameKinds.official)
    for (const display of displays) {
      const localized = display.of(code)
      // Vietnamese calls Czechia Séc and Italy Ý: too short to mean a country in any other text.
      if (localized && !/^\p{Script=Latin}{1,3}$/u.test(localized)) add(localized, first + at, nameKinds.official)
    }
    for (const other of countryNames[code]?.split('|') ?? []) add(other, first + at, nameKinds.common)
    add(code, first + at, nameKinds.code)
    add(iso3, first + at, nameKinds.code)
    add(`flag ${code}`, first + at, nameKinds.common)
  })
  unknown(countryNames, new Set(countries.map(({ code }) => code)))
}

function addStates(states: Gazetteer['states'], first: number, add: Add): void {
  states.forEach(({ code, name, ascii, abbreviation }, at) => {
    // Who writes no more than Washington means the city as often.
    const kind = code === 'US.WA' ? nameKinds.alternate : nameKinds.official
    add(name, first + at, kind)
    add(ascii, first + at, kind)
    for (const other of stateNames[code]?.split('|') ?? [])
      add(other, first + at, /^\p{L}{2,4}\.$/u.test(other) ? nameKinds.code : nameKinds.common)
    if (abbreviation) add(abbreviation, first + at, nameKinds.code)
  })
  unknown(stateNames, new Set(states.map(({ code }) => code)))
}

function addCities(cities: Gazetteer['cities'], add: Add): void {
  const largest = new Map<string, City>()
  for (const city of cities) {
    const before = largest.get(city.ascii.toLowerCase())
    if (!before || before.population < city.population) largest.set(city.ascii.toLowerCase(), city)
  }
  cities.forEach((city, node) => {
    add(city.name, node, nameKinds.official)
    add(city.ascii, node, nameKinds.official)
    for (const other of city.alternates) {
      const kind = kindOfAlternate(other, city)
      if (kind === undefined) continue
      // Philadelphia was a name of Amman: whoever writes it means the larger city of that name.
      const rival = largest.get(other.toLowerCase())
      if (rival && rival.id !== city.id && rival.population > city.population / 3) continue
      add(other, node, kind)
    }
    for (const other of cityNames[city.id]?.split('|') ?? []) add(other, node, nameKinds.common)
  })
  checkCityNames(cities)
}

const latin = /^[\p{Script=Latin}\p{M}\d\s.'’ʻ`()/-]+$/u
const scripts: readonly (readonly [RegExp, RegExp])[] = [
  [/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u, /^(JP|CN|TW|HK|MO|SG|KR)$/],
  [/^[\p{Script=Hangul}\s]+$/u, /^KR$/],
  [/^[\p{Script=Cyrillic}\s-]+$/u, /^(RU|UA|BY|KZ|KG|BG|RS|MK|MN|TJ|UZ)$/],
  [/^[\p{Script=Arabic}\p{M}\s]+$/u, /^(SA|AE|EG|IQ|JO|KW|LB|LY|MA|OM|PS|QA|SD|SY|TN|YE|BH|DZ|IR|PK|IL|AF)$/],
  [/^[\p{Script=Hebrew}\p{M}\s-]+$/u, /^IL$/],
  [/^[\p{Script=Greek}\s]+$/u, /^(GR|CY)$/],
  [/^[\p{Script=Thai}\s]+$/u, /^TH$/],
  [/^[\p{Script=Devanagari}\p{M}\s]+$/u, /^(IN|NP)$/]
]

/** Latin names of towns that many know, other scripts where they are at home or the city is known to the world. */
function kindOfAlternate(name: string, { population, country }: City): Kind | undefined {
  if (/^[A-Z]{3}$/.test(name)) return population >= 100_000 ? nameKinds.code : undefined
  if (latin.test(name)) {
    // Those that begin with a small letter are transcriptions that nobody writes.
    return population >= 20_000 && name.length >= 4 && /^\p{Lu}/u.test(name) ? nameKinds.alternate : undefined
  }
  for (const [script, home] of scripts)
    if (script.test(name)) {
      if (home.test(country)) return population >= 5000 ? nameKinds.official : undefined
      return population >= 300_000 ? nameKinds.alternate : undefined
    }
  return undefined
}

function unknown(names: Readonly<Record<string, string>>, codes: ReadonlySet<string>): void {
  const strangers = Object.keys(names).filter(code => !codes.has(code))
  if (strangers.length > 0) throw new RangeError(`names of no known region: ${strangers.join(' ')}`)
}

/** Ids are easily mistyped: some name in the list must be one that GeoNames gives that city. */
function checkCityNames(cities: readonly City[]): void {
  const byId = groupBy(cities, ({ id }) => String(id))
  const folded = (name: string) =>
    placeWords(name)
      .map(({ text }) => text)
      .join(' ')
  const wrong = Object.entries(cityNames).filter(([id, list]) => {
    const [city] = byId.get(id) ?? []
    const own = [city?.name ?? '-', city?.ascii ?? '-', ...(city?.alternates ?? [])].map(folded)
    return !list.split('|').some(name => own.some(written => folded(name).startsWith(written)))
  })
  if (wrong.length > 0)
    throw new RangeError(`names of other cities: ${wrong.map(([id, list]) => `${id} ${list.slice(0, 40)}`).join('\n')}`)
}
