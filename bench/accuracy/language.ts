import {
  exampleOf,
  type LanguageCase,
  languageCases,
  languageFolds,
  languageTraining,
  moreLanguages,
  wordCases
} from '../../scripts/models/language-examples.ts'
import { trainLinear } from '../../scripts/models/train-linear.ts'
import { detectLanguage } from '../../src/enrichment/language/detect-language.ts'
import { languageWords } from '../../src/enrichment/language/language-words.ts'
import { languageOfText } from '../../src/enrichment/language/text-language.ts'
import { type LinearModel, modelOfWeights } from '../../src/enrichment/linear/linear-model.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import { reliabilityRows } from './reliability-rows.ts'
import type { AccuracyBench, AccuracyRow } from './row.ts'

const bench: AccuracyBench = { trait: 'languages', run }
export default bench

/** What was said of a case by a model that never saw its fold. */
type Answer = LanguageCase & { readonly said: string | undefined; readonly confidence: number }

async function run(): Promise<AccuracyRow[]> {
  const answers = crossValidated([...languageCases(), ...wordCases()])
  const seven = answers.filter(({ set }) => set.startsWith('umsab') && set !== 'umsab hi')
  const african = answers.filter(({ set }) => set.startsWith('afrisenti'))
  const sample = answers.filter(({ set }) => set.startsWith('sample'))
  const rows = answers.filter(({ set }) => set.startsWith('words'))
  const isKnown = ({ language }: LanguageCase) => known.has(language)
  const english = 'always English'
  return [
    {
      ...rowOf('post in one of seven languages (UMSAB), 5 folds', seven, english),
      anchor: 'lid.176 96.2 %, eld 97.6 %',
      target: '97.7 % of all right',
      reached: rightShare(seven) >= 0.977
    },
    ...setsOf(seven).map(([set, part]) => rowOf(`- ${set}`, part)),
    voteRow(seven),
    rowOf(
      'Hindi in Latin letters (UMSAB; a third is in English)',
      answers.filter(({ set }) => set === 'umsab hi'),
      english
    ),
    rowOf('post in an African language or variety (AfriSenti), 5 folds', african, english),
    ...setsOf(african).map(([set, part]) => rowOf(`- ${set}`, part)),
    rowOf("post of the sample corpus, by the network's label", sample, english),
    rowOf(
      'words in a row (AFINN translations), in known languages that the model never saw',
      rows.filter(isKnown),
      english
    ),
    wronglyRow(
      '- in languages that nothing here knows',
      rows.filter(each => !isKnown(each))
    ),
    ...reliabilityOf([...seven, ...african, ...sample])
  ]
}

const known = new Set([
  ...moreLanguages.map(name => name.replace('-Latn', '')),
  ...`az be bg bn ca cs da el et eu fa fi gu he hr hu hy is ja ka kn ko lo lt lv ml mr ms id nl no pa pl ro ru sk sl sq sr sv ta te th
      tl tr uk ur vi zh`.split(/\s+/)
])

function crossValidated(cases: readonly LanguageCase[]): Answer[] {
  const examples = cases.map(exampleOf)
  const models = Array.from({ length: languageFolds }, (_, fold): LinearModel => {
    const others = examples.flatMap((example, at) => (example && cases[at]?.fold !== fold ? [example] : []))
    const { facts, weights } = trainLinear(others, languageTraining)
    return modelOfWeights(weights, facts)
  })
  return cases.map(each => {
    const told = languageOfText(each.text, models[each.fold])
    return { ...each, said: told?.language, confidence: told?.confidence ?? 0 }
  })
}

const isRight = ({ said, language }: Answer) => said === language
const rightShare = (answers: readonly Answer[]) => share(answers.filter(isRight).length, answers.length)
const share = (part: number, whole: number) => part / Math.max(1, whole)
const percent = (part: number) => `${(100 * part).toFixed(1)} %`

function rowOf(what: string, answers: readonly Answer[], baseline?: string): AccuracyRow {
  const said = answers.filter(answer => answer.said !== undefined)
  const byTable = answers.filter(({ text, language }) => detectLanguage(languageWords(text))?.language === language)
  return {
    what,
    n: answers.length,
    figures: {
      said: percent(share(said.length, answers.length)),
      'right of said': percent(rightShare(said)),
      'right of all': percent(rightShare(answers)),
      'eld alone': percent(share(byTable.length, answers.length))
    },
    baseline: baseline
      ? `${percent(share(answers.filter(({ language }) => language === 'en').length, answers.length))} (${baseline})`
      : '',
    anchor: '',
    target: ''
  }
}

function wronglyRow(what: string, answers: readonly Answer[]): AccuracyRow {
  const said = answers.filter(answer => answer.said !== undefined)
  return {
    what,
    n: answers.length,
    figures: { said: percent(share(said.length, answers.length)), 'right of said': percent(0) },
    baseline: '',
    anchor: '',
    target: ''
  }
}

function setsOf(answers: readonly Answer[]): [string, Answer[]][] {
  return [...Map.groupBy(answers, ({ set }) => set)].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Five posts of one language as the posts of an author: what most of them say. */
function voteRow(answers: readonly Answer[]): AccuracyRow {
  const random = seededRandom(11)
  let right = 0
  let authors = 0
  for (const [, posts] of setsOf(answers)) {
    const order = posts.map(post => ({ post, at: random() })).sort((one, other) => one.at - other.at)
    for (let from = 0; from + 5 <= order.length; from += 5) {
      const votes = order.slice(from, from + 5).map(({ post }) => post)
      authors += 1
      right += mostSaid(votes) === votes[0]?.language ? 1 : 0
    }
  }
  return {
    what: 'author by the language that most of 5 posts are in',
    n: authors,
    figures: { 'right of all': percent(right / authors) },
    baseline: '',
    anchor: 'eld 99.9 %',
    target: '99.8 % of all right',
    reached: right / authors >= 0.998
  }
}

function mostSaid(answers: readonly Answer[]): string | undefined {
  const said = answers.flatMap(answer => answer.said ?? [])
  const [most] = [...Map.groupBy(said, language => language)].sort(([, one], [, other]) => other.length - one.length)
  return most?.[0]
}

function reliabilityOf(answers: readonly Answer[]): AccuracyRow[] {
  const cases = answers
    .filter(({ said }) => said !== undefined)
    .map(answer => ({ confidence: answer.confidence, right: isRight(answer) }))
  return reliabilityRows('language', cases, [0.6, 0.7, 0.8, 0.9, 0.97, 1])
}
