import { type GenderModel, modelOfGender } from '../../src/enrichment/gender/gender-model.ts'
import { genderCounts } from './gender-cases.ts'
import { classes, judgedExample, judgedProfiles, namedExamples, tweetExamples } from './gender-examples.ts'
import { confusionOf } from './measure.ts'
import { hasSharedData } from './shared-data.ts'
import { type GenderExample, rowsOf, trainGender } from './train-gender.ts'
import { fitTemperature } from './train-linear.ts'
import { writePack } from './write-pack.ts'

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
    const trained = trainGender(rowsOf([...judged.map(judgedExample), ...further]))
    const { temperature, accuracy } = crossValidated(judged, further)
    const facts = { ...trained.facts, temperature }
    const counts = genderCounts(modelOfGender(trained.weights, facts))
    writePack(
      {
        name: 'gender',
        version: 2,
        sources: [
          'Weights of hashed words and letters; profiles and posts of Twitter User Gender Classification, CrowdFlower Data for Everyone, CC0',
          'Profiles whose display name tells their gender: test data of open projects, MIT and Apache-2.0'
        ],
        scores: { accuracyWithoutAbstention: Math.round(1000 * accuracy) / 1000, judgedProfiles: judged.length },
        facts: { ...facts, confusion: confusionOf(classes, counts) }
      },
      { weights: trained.weights }
    )
  }
}

export type Judged = ReturnType<typeof judgedProfiles>[number]

/**
 * For each judged profile a model that has not seen it, nor another judgement of it; at the temperature that fits where all judges
 * agreed. Another `division` puts the profiles into other folds.
 */
export function crossValidated(judged: readonly Judged[], further: readonly GenderExample[], division = 0) {
  const handles = [...new Set(judged.map(({ handle }) => handle))]
  const fold = new Map(handles.map((handle, at) => [handle, division === 0 ? at % folds : mixed(at, division) % folds]))
  const foldOf = ({ handle }: { handle: string }) => fold.get(handle) ?? 0
  const own = rowsOf(judged.map(judgedExample))
  const rows = rowsOf(further)
  const trained = Array.from({ length: folds }, (_, left) =>
    trainGender([...own.filter((_, at) => foldOf(judged[at] as Judged) !== left), ...rows])
  )
  const modelsAt = (temperature: number): GenderModel[] =>
    trained.map(({ weights, facts }) => modelOfGender(weights, { ...facts, temperature }))
  const hot = modelsAt(1)
  const sure = judged
    .filter(each => each.sure)
    .map(each => {
      const female = (hot[foldOf(each)] as GenderModel).female(each.reading)
      return { probabilities: [female, 1 - female], label: each.label }
    })
  const temperature = sharpening * fitTemperature(sure)
  const right = sure.filter(({ probabilities, label }) => (probabilities[label] as number) > 0.5)
  const models = modelsAt(temperature)
  return {
    temperature,
    accuracy: right.length / sure.length,
    modelFor: (each: Judged) => models[foldOf(each)] as GenderModel
  }
}

/** A number for another order of folds. */
function mixed(at: number, division: number): number {
  const once = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(division, 0x85ebca6b)
  return Math.imul(once ^ (once >>> 15), 0x2c1b3c6d) >>> 8
}
