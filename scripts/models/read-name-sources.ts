import { createRequire } from 'node:module'
import path from 'node:path'
import { foldName } from '../../src/enrichment/names/fold-name.ts'
import { japaneseNames } from './japanese-names.ts'
import { moreFirstNames } from './more-first-names.ts'
import { namesInOtherLetters } from './names-in-other-letters.ts'
import { withBirths } from './read-births.ts'
import { romanised } from './romanise.ts'

/** What the sources say of a first name: births in the United States, and the lists that have it for women, men or both. */
export type NameSources = {
  births: { female: number; male: number }
  readonly lists: Map<string, { female: boolean; male: boolean }>
}

type Locale = { person?: { first_name?: { female?: readonly string[]; male?: readonly string[] } } }

const require = createRequire(import.meta.url)

/** Every first name of the three npm packages and of our own lists, folded. */
export function readNameSources(): Map<string, NameSources> {
  const names = new Map<string, NameSources>()
  readBirths(names)
  readEuropeanLists(names)
  readLocales(names)
  for (const sex of ['female', 'male'] as const)
    for (const name of [...japaneseNames[sex], ...moreFirstNames[sex], ...namesInOtherLetters[sex]])
      vote(names, name, 'hand', sex)
  return names
}

// Somebody somewhere is called so, and hardly anybody who writes it means him.
const functionWords = new Set(
  'the and for you are not with this that from all any our who how why an in do my so no on at by we he she it la el los las le les de der die das du des un una une et en il lo gli'.split(
    ' '
  )
)

function entry(names: Map<string, NameSources>, name: string): NameSources | undefined {
  const folded = foldName(name.trim()).replace(/\s+/g, '-')
  if (!/^[\p{L}\p{M}-]{2,40}$/u.test(folded) || functionWords.has(folded)) return undefined
  let found = names.get(folded)
  if (!found) {
    found = { births: { female: 0, male: 0 }, lists: new Map() }
    names.set(folded, found)
  }
  return found
}

/** Notes that a source has a name for a sex; German ä, ö, ü are also written ae, oe, ue. */
function vote(names: Map<string, NameSources>, name: string, source: string, sex: 'female' | 'male') {
  const spelled = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöü]/g, letter => `${foldName(letter)}e`)
  for (const written of new Set([foldName(name), foldName(spelled)])) voteOnce(names, written, source, sex)
}

function voteOnce(names: Map<string, NameSources>, name: string, source: string, sex: 'female' | 'male') {
  const lists = entry(names, name)?.lists
  if (!lists) return
  const said = lists.get(source) ?? { female: false, male: false }
  said[sex] = true
  lists.set(source, said)
}

/** Births in the United States, of people who may be alive. */
function readBirths(names: Map<string, NameSources>) {
  withBirths(database => {
    const rows = database.prepare(
      'SELECT name, sex, sum(births) AS births FROM usNameData WHERE year >= 1930 GROUP BY name, sex'
    )
    for (const { name, sex, births } of rows.iterate()) {
      const found = entry(names, String(name))
      if (found) found.births[sex === 'F' ? 'female' : 'male'] += Number(births)
    }
  })
}

function readEuropeanLists(names: Map<string, NameSources>) {
  const folder = path.dirname(require.resolve('gender-detection-from-name/package.json'))
  for (const lang of ['de', 'en', 'es', 'fr', 'it', 'tr']) {
    const list: Map<string, 'female' | 'male'> = require(path.join(folder, 'names', lang))
    for (const [name, sex] of list) vote(names, name, lang, sex)
  }
}

function readLocales(names: Map<string, NameSources>) {
  const { allLocales }: { allLocales: Readonly<Record<string, Locale>> } = require('@faker-js/faker')
  for (const [locale, { person }] of Object.entries(allLocales)) {
    for (const sex of ['female', 'male'] as const)
      for (const name of person?.first_name?.[sex] ?? [])
        for (const written of [name, ...romanised(name)]) vote(names, written, `faker ${locale}`, sex)
  }
}
