import { type AccountCase, accountCases, accountTraining } from '../../scripts/models/account-examples.ts'
import { measure } from '../../scripts/models/measure.ts'
import { cooled, crossValidate } from '../../scripts/models/train-linear.ts'
import { type AccountTypeFacts, organizationFrom } from '../../src/enrichment/account-type/account-type.ts'
import { groupPronouns } from '../../src/enrichment/account-type/account-words.ts'
import { firstName } from '../../src/enrichment/names/first-names.ts'
import { wordsOfOthers } from '../../src/enrichment/names/name-words.ts'
import { pack } from '../../src/enrichment/packs/packs.ts'
import { readProfile } from '../../src/enrichment/reading.ts'
import { percent } from '../labelled-data.ts'
import { continentRows, originRows } from './account-type-groups.ts'
import { reliabilityRows } from './reliability-rows.ts'
import type { AccuracyBench, AccuracyRow } from './row.ts'

// The pack's own model has seen these profiles: every figure is of models that have not.

const folds = 10

type Judged = AccountCase & { readonly organization: number; readonly said: number }

function judged(): Judged[] {
  const cases = accountCases()
  const { temperature } = pack('account-type').manifest.facts as AccountTypeFacts
  const found = crossValidate(cases, accountTraining, folds, at => (cases[at]?.fold ?? 0) % folds)
  return cases.map((each, at) => {
    const organization = cooled(found[at] ?? [], temperature)[1] as number
    return { ...each, organization, said: organization >= organizationFrom ? 1 : 0 }
  })
}

/** What a few rules say: a word of organizations in the name, or "we" in the bio and no first name. */
function saidByRules({ profile }: AccountCase): number {
  const { name, summary } = readProfile(profile)
  if (name.tokens.some(token => wordsOfOthers.has(token))) return 1
  return !firstName(name.tokens[0] ?? '') && summary.tokens.some(token => groupPronouns.has(token)) ? 1 : 0
}

function row(what: string, cases: readonly Judged[], isTarget: boolean): AccuracyRow {
  const { accuracy, macroF1 } = measure(2, cases)
  const byRules = measure(
    2,
    cases.map(each => ({ label: each.label, said: saidByRules(each) }))
  )
  return {
    what,
    n: cases.length,
    figures: { accuracy: percent(accuracy, 1), 'macro-F1': percent(macroF1, 1) },
    baseline: `rules: accuracy ${percent(byRules.accuracy, 1)}, macro-F1 ${percent(byRules.macroF1, 1)}`,
    anchor: 'Humanizr F1 95.5 with 200 tweets; profile LSTM 97.4 %',
    target: isTarget ? 'accuracy 97.0 %, macro-F1 92' : '',
    ...(isTarget && { reached: accuracy >= 0.97 && macroF1 >= 0.92 })
  }
}

const bench: AccuracyBench = {
  trait: 'account type',
  async run() {
    const all = judged()
    const natural = all.filter(({ set }) => set === 'natural')
    const of = (view: AccountCase['view']) => natural.filter(each => each.view === view)
    const confident = (cases: readonly Judged[]) =>
      cases.map(({ label, said, organization }) => ({
        right: label === said,
        confidence: said === 1 ? organization : 1 - organization
      }))
    return [
      row('natural share, whole profiles', of('full'), true),
      row('natural share, name, handle, bio and location only', of('texts'), false),
      row(
        'brands and persons of the gender set (no display name)',
        all.filter(({ set }) => set === 'gender'),
        false
      ),
      ...originRows(),
      ...continentRows(of('full')),
      ...reliabilityRows('account type', confident(of('full')), [0.5, 0.7, 0.85, 0.95, 1]),
      ...reliabilityRows('account type, texts only', confident(of('texts')), [0.5, 0.7, 0.85, 0.95, 1])
    ]
  }
}
export default bench
