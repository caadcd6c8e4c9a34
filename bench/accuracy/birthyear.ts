import { profileOf } from '../../scripts/models/gender-examples.ts'
import { birthYearOf } from '../../src/enrichment/birthyear/birth-year.ts'
import { readProfile } from '../../src/enrichment/reading.ts'
import { type StatedAge, statedAges, statedAgesHeldOut } from '../../test/enrichment/stated-ages.ts'
import { percent } from '../labelled-data.ts'
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
    const figures = {
      said: percent(confidence, 1),
      observed: percent(bin.filter(({ right }) => right).length, bin.length)
    }
    return {
      what: `reliability, confidence ${confidence}`,
      n: bin.length,
      figures,
      baseline: '',
      anchor: '',
      target: 'off by less than 5 points'
    }
  })
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
      ...reliabilityRows()
    ]
  }
}
export default bench
