import { accountCases, accountClasses, accountTraining } from './account-examples.ts'
import { argmax, confusionOf, measure } from './measure.ts'
import { crossValidate, fitTemperature, trainLinear } from './train-linear.ts'
import { writePack } from './write-pack.ts'

const folds = 5

/** The pack `account-type`: a softmax regression over labelled profiles. Reads the pack `names`, which is built before. */
export default {
  name: 'account-type',
  inputs: ['Humanizr profiles (tweetpie/twitter-account-classification)', 'CrowdFlower gender profiles', 'pack names'],
  needsShared: true,
  needs: ['names'],
  async build(): Promise<void> {
    const cases = accountCases()
    const probabilities = crossValidate(cases, accountTraining, folds, at => (cases[at]?.fold ?? 0) % folds)
    const natural = cases
      .map(({ set, view, label }, at) => ({ set, view, label, probabilities: probabilities[at] ?? [] }))
      .filter(({ set }) => set === 'natural')
    const of = (view: 'full' | 'texts') =>
      measure(
        2,
        natural
          .filter(each => each.view === view)
          .map(each => ({ label: each.label, said: argmax(each.probabilities) }))
      )
    const { facts, weights } = trainLinear(cases, accountTraining)
    const full = of('full')
    writePack(
      {
        name: 'account-type',
        version: 1,
        sources: [
          'Humanizr profiles (tweetpie/twitter-account-classification), Apache-2.0 (weights of hashed features only)',
          'CrowdFlower gender profiles, CC0 (weights of hashed features only)'
        ],
        scores: {
          'accuracy, natural share, 5 folds': rounded(full.accuracy),
          'macro-F1, natural share, 5 folds': rounded(full.macroF1),
          'macro-F1, texts only, 5 folds': rounded(of('texts').macroF1)
        },
        facts: {
          ...facts,
          temperature: fitTemperature(natural),
          confusion: confusionOf(accountClasses, full.counts)
        }
      },
      { weights }
    )
  }
}

const rounded = (share: number) => Math.round(1000 * share) / 1000
