import { crossValidated, furtherExamples, type Judged } from '../../scripts/models/build-gender.ts'
import { classes, judgedProfiles, profileOf } from '../../scripts/models/gender-examples.ts'
import { sharedRecords, sharedRows } from '../../scripts/models/shared-data.ts'
import { type GenderSaid, genderOf } from '../../src/enrichment/gender/gender.ts'
import { nameGender } from '../../src/enrichment/gender/name-gender.ts'
import { firstName } from '../../src/enrichment/names/first-names.ts'
import { readProfile } from '../../src/enrichment/reading.ts'
import { percent } from '../labelled-data.ts'
import { reliabilityRows } from './reliability-rows.ts'
import type { AccuracyBench, AccuracyRow } from './row.ts'

type Case = { readonly said: GenderSaid | undefined; readonly gender: string }

/** A share of a group that may be empty. */
const share = (part: number, whole: number) => (whole === 0 ? '–' : percent(part, whole))
const decided = (cases: readonly Case[]) => cases.filter(({ said }) => said !== undefined)
const isRight = ({ said, gender }: Case) => said?.value === gender
const women = ({ said }: Case) => said?.value === 'female'

type Asked = {
  readonly decides: number
  readonly right: number
  /** Whether that many of the women said, and of the men said, must be right, too. */
  readonly ofBoth?: true
  readonly anchor?: string
  readonly baseline?: string
}

function row(
  what: string,
  cases: readonly Case[],
  { decides, right, ofBoth, anchor = '', baseline }: Asked
): AccuracyRow {
  const given = decided(cases)
  const rightOnes = given.filter(isRight)
  const most = Math.max(...classes.map(each => cases.filter(({ gender }) => gender === each).length))
  const saidWomen = given.filter(women)
  const saidMen = given.filter(each => !women(each))
  const held = ofBoth ? [saidWomen, saidMen] : [given]
  return {
    what,
    n: cases.length,
    figures: {
      decides: percent(given.length, cases.length),
      right: share(rightOnes.length, given.length),
      'right of women / men said': `${share(saidWomen.filter(isRight).length, saidWomen.length)} / ${share(saidMen.filter(isRight).length, saidMen.length)}`
    },
    baseline: baseline ?? `the larger group: ${percent(most, cases.length)}`,
    anchor,
    target: ofBoth ? `${right * 100} % right of both` : `decides ${decides * 100} %, ${right * 100} % right`,
    reached:
      given.length >= decides * cases.length && held.every(some => some.filter(isRight).length >= right * some.length)
  }
}

/** Display names alone, of authors: a table of names measured on data that it is not made of. */
function nameRows(): AccuracyRow[] {
  const genders: Readonly<Record<string, string>> = { f: 'female', m: 'male' }
  const cases = sharedRows('names/names.csv.gz').flatMap(
    ({ full_name = '', first_name = '', gender = '', origin = '' }) => {
      const known = genders[gender]
      if (!known) return []
      const reading = readProfile(profileOf({ name: full_name }))
      return [
        {
          said: genderOf(reading),
          gender: known,
          origin,
          first: first_name,
          isEastAsian: nameGender(reading.name).undecidable === true
        }
      ]
    }
  )
  const ofTable = cases.filter(({ first }) => firstName(first))
  const tableRight = ofTable.filter(
    ({ first, gender }) => ((firstName(first)?.female ?? 0) > 0.5 ? 'female' : 'male') === gender
  )
  const baseline = `first word in the table, no doubt: ${percent(ofTable.length, cases.length)} / ${percent(tableRight.length, ofTable.length)}`
  const asked = { decides: 0.8, right: 0.982, anchor: 'gender-guesser 80 / 97.4, genderize 90 / 95.0', baseline }
  const group = (what: string, some: typeof cases) =>
    row(`display name alone, ${what}`, some, { decides: 0, right: 0.95, ofBoth: true })
  return [
    row('display name alone, authors', cases, asked),
    ...[...new Set(cases.map(({ origin }) => origin))].sort().map(origin =>
      group(
        `origin ${origin}`,
        cases.filter(each => each.origin === origin)
      )
    ),
    group(
      'Chinese and Korean in Latin letters',
      cases.filter(({ isEastAsian }) => isEastAsian)
    ),
    group(
      'all others',
      cases.filter(({ isEastAsian }) => !isEastAsian)
    ),
    ...reliabilityRows('display name alone', decided(cases).map(confidenceAndRight), [0.8, 0.9, 0.95, 0.98, 1])
  ]
}

const confidenceAndRight = (each: Case) => ({ confidence: each.said?.confidence ?? 0, right: isRight(each) })

/** What is said of each judged profile by handle and description, by a model that has not seen it. */
function casesOf(judged: readonly Judged[], further: Further, division: number): JudgedCase[] {
  const { modelFor } = crossValidated(judged, further, division)
  return judged.map(each => ({
    said: genderOf(each.reading, modelFor(each)),
    gender: classes[each.label] ?? '',
    sure: each.sure
  }))
}

type Further = ReturnType<typeof furtherExamples>
type JudgedCase = Case & { readonly sure: boolean }

/** Divisions into folds: how much of a figure is luck. */
const divisions = 6

/** Handle and description without a display name, cross-validated: as one division has it, and over several. */
function profileRows(): AccuracyRow[] {
  const judged = judgedProfiles()
  const further = furtherExamples()
  const byDivision = Array.from({ length: divisions }, (_, division) => casesOf(judged, further, division))
  const [cases = []] = byDivision
  const sure = cases.filter(each => each.sure)
  const asked = { decides: 0.5, right: 0.9 }
  return [
    row('handle and description, judges unanimous, cross-validated', sure, asked),
    row('handle and description, all judged, cross-validated', cases, asked),
    overDivisions('all judged', byDivision),
    overDivisions(
      'judges unanimous',
      byDivision.map(some => some.filter(each => each.sure))
    ),
    overDivisions(
      'disputed',
      byDivision.map(some => some.filter(each => !each.sure))
    ),
    ...reliabilityRows(
      'handle and description, unanimous',
      decided(sure).map(confidenceAndRight),
      [0.8, 0.85, 0.9, 0.95, 1]
    )
  ]
}

function overDivisions(who: string, byDivision: readonly (readonly Case[])[]): AccuracyRow {
  const all = byDivision.flat()
  const given = decided(all)
  const shares = byDivision.map(cases => decided(cases).filter(isRight).length / decided(cases).length)
  return {
    what: `handle and description, ${who}, over ${divisions} divisions into folds`,
    n: byDivision[0]?.length ?? 0,
    figures: {
      decides: percent(given.length, all.length),
      right: `${share(given.filter(isRight).length, given.length)} (${percent(Math.min(...shares), 1)} to ${percent(Math.max(...shares), 1)})`
    },
    baseline: '',
    anchor: '',
    target: ''
  }
}

type User = { id_str: string; name: string; screen_name: string; description: string | null }

function congressRow(): AccuracyRow {
  const users = new Map(sharedRecords<User>('congress-2017/users.jsonl.gz').map(user => [user.id_str, user]))
  const cases = sharedRows('congress-2017/labels-dev.csv').flatMap(({ user_id = '', gender = '' }) => {
    const user = users.get(user_id)
    if (!user) return []
    const { name, screen_name: handle, description: summary } = user
    return [{ said: genderOf(readProfile(profileOf({ name, handle, summary }))), gender }]
  })
  return row('members of Congress, name, handle and description', cases, { decides: 0.9, right: 0.97 })
}

const bench: AccuracyBench = {
  trait: 'gender',
  run: async () => [...nameRows(), congressRow(), ...profileRows()]
}
export default bench
