import { genderOf } from '../../src/enrichment/gender/gender.ts'
import type { GenderModel } from '../../src/enrichment/gender/gender-model.ts'
import { readProfile } from '../../src/enrichment/reading.ts'
import { classes, profileOf } from './gender-examples.ts'
import { sharedRecords, sharedRows } from './shared-data.ts'

type User = {
  readonly id_str: string
  readonly name: string
  readonly screen_name: string
  readonly description: string | null
}

/** Display names of authors and profiles of members of Congress with their gender: no model has learned from them. */
function namedCases() {
  const users = new Map(sharedRecords<User>('congress-2017/users.jsonl.gz').map(user => [user.id_str, user]))
  const members = sharedRows('congress-2017/labels-dev.csv').flatMap(({ user_id = '', gender = '' }) => {
    const user = users.get(user_id)
    return user ? [{ gender, name: user.name, handle: user.screen_name, summary: user.description }] : []
  })
  const genders: Readonly<Record<string, string>> = { f: 'female', m: 'male' }
  const authors = sharedRows('names/names.csv.gz').map(({ full_name = '', gender = '' }) => ({
    gender: genders[gender] ?? '',
    name: full_name,
    handle: null,
    summary: null
  }))
  return [...members, ...authors].flatMap(({ gender, ...known }) => {
    const label = classes.indexOf(gender)
    return label < 0 ? [] : [{ label, reading: readProfile(profileOf(known)) }]
  })
}

/** How often each true gender (rows) is said to be each, among those of whom anything is said. */
export function genderCounts(model: GenderModel): number[][] {
  const counts = classes.map(() => classes.map(() => 0))
  for (const { label, reading } of namedCases()) {
    const said = genderOf(reading, model)
    const row = counts[label]
    const at = classes.indexOf(said?.value ?? '')
    if (row && at >= 0) row[at] = (row[at] ?? 0) + 1
  }
  return counts
}
