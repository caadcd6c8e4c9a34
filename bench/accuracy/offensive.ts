import { measure } from '../../scripts/models/measure.ts'
import { offensiveCases, offensiveTraining, readSwearing } from '../../scripts/models/offensive-examples.ts'
import { sharedRows } from '../../scripts/models/shared-data.ts'
import { crossValidate, scaled } from '../../scripts/models/train-linear.ts'
import type { OffensiveFacts } from '../../src/enrichment/adult/offensive.ts'
import { pack } from '../../src/enrichment/packs/packs.ts'
import { readText } from '../../src/enrichment/text/read-text.ts'
import { percent } from '../labelled-data.ts'
import { reliabilityRows } from './reliability-rows.ts'
import type { AccuracyBench } from './row.ts'

// The pack's own model has seen these posts: every figure is of models that have not.

const folds = 5

const bench: AccuracyBench = {
  trait: 'offensive',
  async run() {
    const grades = readSwearing()
    const examples = offensiveCases(grades)
    const { temperature, shift, offensiveFrom } = pack('adult').manifest.facts as OffensiveFacts
    const cases = crossValidate(examples, offensiveTraining, folds).map((found, at) => {
      const offensive = scaled(found, { temperature, shift })
      return { label: examples[at]?.label ?? 0, said: offensive >= offensiveFrom ? 1 : 0, offensive }
    })
    const byList = sharedRows('offensive/tweets.csv.gz').map(row => ({
      label: Number(row.offensive),
      said: readText(row.text ?? '').tokens.some(token => (grades.get(token)?.grade ?? 0) > 0) ? 1 : 0
    }))
    const { macroF1, accuracy } = measure(2, cases)
    return [
      {
        what: `offensive posts in English, ${folds} folds`,
        n: cases.length,
        figures: { 'macro-F1': percent(macroF1, 1), accuracy: percent(accuracy, 1) },
        baseline: `word list: macro-F1 ${percent(measure(2, byList).macroF1, 1)}`,
        anchor: 'fastText 73.4, SVM 52.3 (OLID test)',
        target: 'macro-F1 73 %',
        reached: macroF1 >= 0.73
      },
      ...reliabilityRows(
        'probability of an offensive post',
        cases.map(({ label, offensive }) => ({ right: label === 1, confidence: offensive })),
        [0, 0.2, 0.4, 0.6, 0.8, 1]
      )
    ]
  }
}
export default bench
