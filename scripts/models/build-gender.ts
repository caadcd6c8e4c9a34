import { type LinearModel, modelOfWeights } from '../../src/enrichment/linear/linear-model.ts'
import { genderCounts } from './gender-cases.ts'
import { classes, judgedExample, judgedProfiles, namedExamples, tweetExamples } from './gender-examples.ts'
import { confusionOf } from './measure.ts'
import { hasSharedData } from './shared-data.ts'
import { cooled, type Example, fitTemperature, trainLinear } from './train-linear.ts'
import { writePack } from './write-pack.ts'

const training = { classes, bits: 17, epochs: 6, rate: 0.1, decay: 1e-3, seed: 7 }
const folds = 5
// The model of all judged profiles has learned from a quarter more of them than the ones that were measured.
const sharpening = 0.84
const weightOfNamed = 0.4
const weightOfTweets = 0.3

/** What teaches beside the judged profiles. */
export const furtherExamples = () => [...namedExamples(weightOfNamed), ...tweetExamples(weightOfTweets)]

/** The model of gender by handle and description: data/models/gender.pack. */
export default {
  name: 'gender',
  inputs: ['labelled profiles (gender-profiles, sample-corpus, account-type)', 'names.pack'],
  needsShared: true,
  needs: ['names'],
  async build(): Promise<void> {
    if (!hasSharedData()) throw new Error('the labelled profiles are not here')
    const judged = judgedProfiles()
    const further = furtherExamples()
    const { facts, weights } = trainLinear([...judged.map(judgedExample), ...further], training)
    const { temperature, accuracy } = crossValidated(judged, further)
    const measured = modelOfWeights(weights, { ...facts, temperature })
    writePack(
      {
        name: 'gender',
        version: 1,
        sources: [
          'Weights of hashed words and letters; profiles and posts of Twitter User Gender Classification, CrowdFlower Data for Everyone, CC0',
          'Profiles whose display name tells their gender: test data of open projects, MIT and Apache-2.0'
        ],
        scores: { accuracyWithoutAbstention: Math.round(1000 * accuracy) / 1000, judgedProfiles: judged.length },
        facts: { ...facts, temperature, confusion: confusionOf(classes, genderCounts(measured)) }
      },
      { weights }
    )
  }
}

type Judged = ReturnType<typeof judgedProfiles>

/** A model for each fold of the judged profiles, which has not seen it; the temperature that fits where all judges agreed. */
export function crossValidated(judged: Judged, further: readonly Example[]) {
  const models: LinearModel[] = []
  for (let fold = 0; fold < folds; fold++) {
    const examples = judged.filter((_, at) => at % folds !== fold).map(judgedExample)
    const { facts, weights } = trainLinear([...examples, ...further], training)
    models.push(modelOfWeights(weights, facts))
  }
  const cases = judged.map(({ reading, label, sure }, at) => {
    const model = models[at % folds] as LinearModel
    return { probabilities: model.predict(judgedExample({ reading, label, sure }).describe), label, sure }
  })
  const sure = cases.filter(each => each.sure)
  const temperature = sharpening * fitTemperature(sure)
  const right = sure.filter(({ probabilities, label }) => (probabilities[label] as number) > 0.5)
  return { models, temperature, accuracy: right.length / sure.length }
}

/** A model at another temperature. */
export function atTemperature(model: LinearModel, temperature: number): LinearModel {
  return { classes: model.classes, predict: describe => cooled(model.predict(describe), temperature) }
}
