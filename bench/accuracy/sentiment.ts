import { argmax, measure } from '../../scripts/models/measure.ts'
import { readLexicons, sentimentCases, sentimentTraining } from '../../scripts/models/sentiment-examples.ts'
import { cooled, crossValidate } from '../../scripts/models/train-linear.ts'
import { pack } from '../../src/enrichment/packs/packs.ts'
import type { SentimentFacts } from '../../src/enrichment/sentiment/sentiment.ts'
import { percent } from '../labelled-data.ts'
import { reliabilityRows } from './reliability-rows.ts'
import type { AccuracyBench, AccuracyRow } from './row.ts'

// The pack's own model has seen these posts: every figure is of models that have not.

const folds = 4

type Judged = {
  readonly group: string
  readonly label: number
  readonly said: number
  readonly confidence: number
  readonly right: boolean
  readonly weight: number
}

/** Each post by a model that never saw its fold; `year` of SemEval, when given, is held out as a whole instead. */
function judged(year?: string): Judged[] {
  const cases = sentimentCases(readLexicons())
  const foldOf = year === undefined ? undefined : (at: number) => (cases[at]?.group === year ? 0 : 1)
  // Of a held-out year only its own fold is wanted: the other is what it is trained on.
  const probabilities = crossValidate(cases, sentimentTraining, year === undefined ? folds : 1, foldOf)
  const { temperature } = pack('sentiment').manifest.facts as SentimentFacts
  return cases.flatMap(({ group, label, weight = 1 }, at) => {
    const found = probabilities[at]
    if (!found) return []
    const calibrated = cooled(found, temperature)
    const said = argmax(calibrated)
    return [{ group, label, said, confidence: Math.max(...calibrated), right: said === label, weight }]
  })
}

function englishRow(what: string, cases: readonly Judged[], isTarget: boolean): AccuracyRow {
  const { averageRecall, macroF1, accuracy } = measure(3, cases)
  return {
    what,
    n: cases.length,
    figures: {
      'average recall': percent(averageRecall, 1),
      'macro-F1': percent(macroF1, 1),
      accuracy: percent(accuracy, 1)
    },
    baseline: 'always one class: average recall 33.3',
    anchor: 'SVM, fastText 62.9 (SemEval-2017 test)',
    target: isTarget ? 'average recall 65 %' : '',
    ...(isTarget && { reached: averageRecall >= 0.65 })
  }
}

function languageRows(cases: readonly Judged[]): AccuracyRow[] {
  const groups = [...new Set(cases.map(({ group }) => group))].filter(group => /^umsab (?!en)/.test(group)).sort()
  const scores = groups.map(group => {
    const own = cases.filter(each => each.group === group)
    return { language: group.slice(6), n: own.length, macroF1: measure(3, own).macroF1 }
  })
  // The English part of UMSAB is cut from SemEval, where each text is kept once.
  const english = cases.filter(({ group }) => group.startsWith('semeval'))
  scores.push({ language: 'en', n: english.length, macroF1: measure(3, english).macroF1 })
  const mean = scores.reduce((sum, { macroF1 }) => sum + macroF1, 0) / scores.length
  return [
    {
      what: `UMSAB, seven languages, and SemEval for English, ${folds} folds`,
      n: scores.reduce((sum, { n }) => sum + n, 0),
      figures: {
        'macro-F1': percent(mean, 1),
        ...Object.fromEntries(scores.map(({ language, macroF1 }) => [language, percent(macroF1, 1)]))
      },
      baseline: 'always one class: macro-F1 16.7',
      anchor: 'fastText 51.0 over eight languages',
      target: 'macro-F1 57 %',
      reached: mean >= 0.57
    }
  ]
}

const bench: AccuracyBench = {
  trait: 'sentiment',
  async run() {
    const inFolds = judged()
    const english = inFolds.filter(({ group }) => group.startsWith('semeval'))
    const year = 'semeval 2016'
    return [
      englishRow(`SemEval 2013 to 2016, ${folds} folds`, english, true),
      englishRow('SemEval 2016, by a model of the other years (two in five of the posts)', judged(year), false),
      ...languageRows(inFolds),
      ...reliabilityRows('sentiment, classes alike', inFolds, [0.33, 0.45, 0.55, 0.65, 0.75, 0.85, 1])
    ]
  }
}
export default bench
