import { createFeatureSet, type FeatureSet } from '../linear/feature-set.ts'
import type { Pack } from '../packs/pack.ts'
import type { ProfileReading } from '../reading.ts'
import { describeForGender } from './gender-features.ts'

/** A logistic regression over groups of hashed features, as scripts/models/train-gender.ts made it. */
export type GenderModel = {
  /** The probability that a handle and description are a woman's. */
  female(reading: ProfileReading): number
}

/** The facts that its pack carries. */
export type GenderFacts = {
  readonly bits: number
  /** What an int8 weight of 1 stands for. */
  readonly scale: number
  readonly bias: number
  /** The sum is divided by it: probabilities as they were observed (Guo et al. 2017). */
  readonly temperature: number
}

export function genderModel(pack: Pack): GenderModel {
  // The script that builds this pack writes facts of this kind.
  return modelOfGender(pack.section('weights', 'int8'), pack.manifest.facts as GenderFacts)
}

/** A model that stands in no pack yet: a fold of a cross-validation. */
export function modelOfGender(weights: Int8Array, { bits, scale, bias, temperature }: GenderFacts): GenderModel {
  const features = createFeatureSet(bits)
  return {
    female(reading) {
      let sum = 0
      for (const { weight, describe } of describeForGender(reading)) sum += weight * meanOf(describe, features, weights)
      return 1 / (1 + Math.exp(-(scale * sum + bias) / temperature))
    }
  }
}

/** The sum of the weights of a group's features, scaled to length one: long texts are no surer than short ones. */
function meanOf(describe: (features: FeatureSet) => void, features: FeatureSet, weights: Int8Array): number {
  features.clear()
  describe(features)
  const { indices, size } = features
  let sum = 0
  for (let at = 0; at < size; at++) sum += weights[indices[at] as number] as number
  return size === 0 ? 0 : sum / Math.sqrt(size)
}
