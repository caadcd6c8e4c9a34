import type { AccountCase } from '../../scripts/models/account-examples.ts'
import { profileOf } from '../../scripts/models/gender-examples.ts'
import { sharedRows } from '../../scripts/models/shared-data.ts'
import { accountTypeOf } from '../../src/enrichment/account-type/account-type.ts'
import { nameGender } from '../../src/enrichment/gender/name-gender.ts'
import { resolvePlace } from '../../src/enrichment/places/resolve-place.ts'
import { readProfile } from '../../src/enrichment/reading.ts'
import { percent } from '../labelled-data.ts'
import type { AccuracyRow } from './row.ts'

type Judged = AccountCase & { readonly said: number }

const leastRight = 0.95
const fewest = 30 // Of fewer no share can be told.

function row(what: string, right: readonly boolean[]): AccuracyRow {
  const share = right.filter(Boolean).length / right.length
  return {
    what,
    n: right.length,
    figures: { accuracy: percent(share, 1) },
    baseline: '',
    anchor: '',
    target: `${leastRight * 100} % right`,
    reached: share >= leastRight
  }
}

/** Persons by the origin of their names, told by the display name alone: is somebody with such a name taken for a person? */
export function originRows(): AccuracyRow[] {
  const persons = sharedRows('names/names.csv.gz').map(({ full_name = '', origin = '' }) => {
    const reading = readProfile(profileOf({ name: full_name }))
    const isEastAsian = nameGender(reading.name).undecidable === true
    return {
      origin: isEastAsian ? 'Chinese and Korean in Latin letters' : origin,
      isRight: accountTypeOf(reading)?.value !== 'organization'
    }
  })
  return groupsOf(persons, 'persons by display name alone, origin')
}

/** Accounts of the natural sample by the continent of their place. */
export function continentRows(cases: readonly Judged[]): AccuracyRow[] {
  const placed = cases.map(({ profile, label, said }) => {
    const { location, timeZone } = profile
    const continent = resolvePlace({ location, timeZone })?.location.continent ?? 'none said'
    return { origin: continent, isRight: label === said }
  })
  return groupsOf(placed, 'natural share, continent')
}

function groupsOf(cases: readonly { readonly origin: string; readonly isRight: boolean }[], what: string) {
  const groups = [...Map.groupBy(cases, ({ origin }) => origin)].filter(([, members]) => members.length >= fewest)
  return groups
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([origin, members]) =>
      row(
        `${what} ${origin}`,
        members.map(({ isRight }) => isRight)
      )
    )
}
