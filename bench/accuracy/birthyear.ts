import { profileOf } from '../../scripts/models/gender-examples.ts'
import { sharedRecords, sharedRows } from '../../scripts/models/shared-data.ts'
import { birthYearOf } from '../../src/enrichment/birthyear/birth-year.ts'
import { createEnricher } from '../../src/enrichment/enrich.ts'
import { readProfile } from '../../src/enrichment/reading.ts'
import { type StatedAge, statedAges, statedAgesHeldOut } from '../../test/enrichment/stated-ages.ts'
import { percent } from '../labelled-data.ts'
import { reliabilityRow } from './reliability-rows.ts'
import type { AccuracyBench, AccuracyRow } from './row.ts'

const observedAt = Date.UTC(2020, 5, 15)
const said = ({ text }: StatedAge) => birthYearOf(readProfile(profileOf({ summary: text, observedAt })))
/** The trivial answer: the first number from 13 to 99 is the age. */
const firstNumber = ({ text }: StatedAge) => 2020 - Number(/\b(1[3-9]|[2-9]\d)\b/.exec(text)?.[1] ?? Number.NaN)

function scored(cases: readonly StatedAge[], guess: (each: StatedAge) => number | undefined) {
  const guesses = cases
    .map(each => ({ born: each.born, value: guess(each) }))
    .map(each => ({ ...each, value: each.value || undefined }))
  const given = guesses.filter(({ value }) => value !== undefined)
  const right = given.filter(({ born, value }) => born === value).length
  return {
    precision: right / given.length,
    text: `${percent(right, given.length)} / ${percent(right, cases.filter(({ born }) => born).length)}`
  }
}

function row(what: string, cases: readonly StatedAge[]): AccuracyRow {
  const { precision, text } = scored(cases, each => said(each)?.value)
  return {
    what,
    n: cases.length,
    figures: { 'precision / recall': text, 'that state an age': `${cases.filter(({ born }) => born).length}` },
    baseline: `the first number is the age: ${scored(cases, firstNumber).text}`,
    anchor: 'ReportAGE precision 80',
    target: 'precision 97 %',
    reached: precision >= 0.97
  }
}

/** Said confidence against observed rightness, over all cases. */
function reliabilityRows(): AccuracyRow[] {
  const cases = [...statedAges, ...statedAgesHeldOut].flatMap(each => {
    const found = said(each)
    return found ? [{ ...found, right: found.value === each.born }] : []
  })
  return [...new Set(cases.map(({ confidence }) => confidence))].sort().map(confidence => {
    const bin = cases.filter(each => each.confidence === confidence)
    const right = bin.filter(each => each.right).length
    return reliabilityRow(`stated age, confidence ${confidence}`, bin.length, confidence, right / bin.length)
  })
}

type User = { id_str: string; name: string; description: string | null; created_at: string }

/** Members of Congress, most of whom are older than their names: what the guess from a first name is worth, where an operator wants it. */
function guessedRow(): AccuracyRow {
  const enricher = createEnricher([], true)
  const users = new Map(sharedRecords<User>('congress-2017/users.jsonl.gz').map(user => [user.id_str, user]))
  const members = sharedRows('congress-2017/labels-dev.csv').flatMap(({ user_id = '', birth_year }) => {
    const user = users.get(user_id)
    if (!user) return []
    const { name, description: summary } = user
    const observed = { published: Date.parse(user.created_at), observedAt: Date.UTC(2017, 6, 1) }
    const { evidence } = enricher.profile(profileOf({ name, summary, ...observed }))
    const guess = evidence.find(({ trait, from }) => trait === 'birthyear' && from === 'first name')
    return [{ born: Number(birth_year), guess }]
  })
  const median = members.map(({ born }) => born).sort()[members.length >> 1] as number
  const guessed = members.flatMap(({ born, guess }) =>
    guess ? [{ off: Math.abs(Number(guess.value) - born), born, guess }] : []
  )
  const within = (years: number, offs: readonly number[]) =>
    percent(offs.filter(off => off <= years).length, offs.length)
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  const offs = guessed.map(({ off }) => off)
  const always = guessed.map(({ born }) => Math.abs(median - born))
  return {
    what: 'guessed from a first name (off by default), members of Congress',
    n: members.length,
    figures: {
      guessed: `${guessed.length}`,
      'mean error, years': mean(offs).toFixed(1),
      'within 2 / 5 years': `${within(2, offs)} / ${within(5, offs)}`,
      'said confidence': percent(mean(guessed.map(({ guess }) => guess.confidence)), 1)
    },
    baseline: `always the median, ${median}: ${mean(always).toFixed(1)} years, ${within(2, always)} / ${within(5, always)}`,
    anchor: '',
    target: ''
  }
}

const bench: AccuracyBench = {
  trait: 'birthyear',
  async run() {
    const langs = [...new Set(statedAgesHeldOut.map(({ lang }) => lang))]
    return [
      row('stated age, cases that the patterns were not made with', statedAgesHeldOut),
      row('stated age, cases that the patterns were made with', statedAges),
      ...langs.map(lang =>
        row(
          `stated age, ${lang}, all cases`,
          [...statedAges, ...statedAgesHeldOut].filter(each => each.lang === lang)
        )
      ),
      ...reliabilityRows(),
      guessedRow()
    ]
  }
}
export default bench
