import { foldName, hashName } from '../names/fold-name.ts'
import type { Pack } from '../packs/pack.ts'
import { pack } from '../packs/packs.ts'
import { indexOfHash } from '../packs/sorted-hashes.ts'

/** When the people of a first name were born, by births in the United States. */
export type NameYears = {
  readonly median: number
  /** The share of them who were born within two years of it. */
  readonly near: number
}

/** Names whose middle half was born over more years than this are not listed: they say too little. */
export const widestYears = 10

type Table = {
  readonly hashes: Uint32Array
  readonly medians: Uint8Array
  readonly near: Uint8Array
  readonly firstYear: number
}
let table: Table | undefined

/** The years of a first name, of women or men alone where the gender is known; nothing of names that were given for longer. */
export function yearsOfName(name: string, gender: string): NameYears | undefined {
  table ??= open(pack('birth-years'))
  const folded = foldName(name)
  const at = indexOfHash(table.hashes, hashName(gender === '' ? folded : `${folded} ${gender.charAt(0)}`))
  if (at < 0) return undefined
  return { median: table.firstYear + (table.medians[at] as number), near: (table.near[at] as number) / 255 }
}

function open(years: Pack): Table {
  return {
    hashes: years.section('hashes', 'uint32'),
    medians: years.section('medians', 'uint8'),
    near: years.section('near', 'uint8'),
    firstYear: years.manifest.facts.firstYear as number // Our own build wrote it.
  }
}
