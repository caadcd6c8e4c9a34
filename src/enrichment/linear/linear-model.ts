import type { Pack } from '../packs/pack.ts'
import { createFeatureSet, type FeatureSet } from './feature-set.ts'

/** A softmax regression over hashed features, as scripts/models/train-linear.ts made it. */
export type LinearModel = {
  readonly classes: readonly string[]
  /** Adds an example's features with `describe` and answers the probability of each class, in their order; a new array each time. */
  predict(describe: (features: FeatureSet) => void): number[]
}

/** The facts that a pack of this kind carries. */
export type LinearFacts = {
  readonly bits: number
  readonly classes: readonly string[]
  /** What an int8 weight of 1 stands for, by class. */
  readonly scales: readonly number[]
  readonly biases: readonly number[]
  /** Logits are divided by it: probabilities as they were observed (Guo et al. 2017, "On Calibration of Modern Neural Networks"). */
  readonly temperature: number
}

/** Opens the model of a pack; its weights stand as int8 in the section `weights`, class by class within a feature. */
export function linearModel(pack: Pack, section = 'weights', facts = pack.manifest.facts as LinearFacts): LinearModel {
  return modelOfWeights(pack.section(section, 'int8'), facts)
}

/** A model that stands in no pack yet: a fold of a cross-validation. */
export function modelOfWeights(weights: Int8Array, facts: LinearFacts): LinearModel {
  const features = createFeatureSet(facts.bits)
  return {
    classes: facts.classes,
    predict(describe) {
      features.clear()
      describe(features)
      return probabilitiesOf(features.indices, features.size, weights, facts)
    }
  }
}

/** The probability of each class for an example whose features are the first `size` of `indices`. */
export function probabilitiesOf(indices: Uint32Array, size: number, weights: Int8Array, facts: LinearFacts): number[] {
  const { scales, biases, temperature } = facts
  const sums = biases.length === 2 ? sumsOfTwo(indices, size, weights) : sumsOf(biases.length, indices, size, weights)
  // Features are scaled to length one: long texts are no surer than short ones.
  const norm = size === 0 ? 1 : 1 / Math.sqrt(size)
  return softmax(sums.map((sum, k) => (sum * (scales[k] as number) * norm + (biases[k] as number)) / temperature))
}

function sumsOf(width: number, indices: Uint32Array, size: number, weights: Int8Array): number[] {
  const sums = new Array<number>(width).fill(0)
  for (let at = 0; at < size; at++) {
    const row = Math.imul(indices[at] as number, width)
    for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (weights[row + k] as number)
  }
  return sums
}

/** As `sumsOf`, for the two classes that most models have: the processor fetches several rows at a time, which are far apart. */
function sumsOfTwo(indices: Uint32Array, size: number, weights: Int8Array): number[] {
  let first = 0
  let second = 0
  for (let at = 0; at < size; at++) {
    const row = (indices[at] as number) << 1 // In whole numbers, as `imul` above.
    first += weights[row] as number
    second += weights[row + 1] as number
  }
  return [first, second]
}

export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits)
  const powers = logits.map(logit => Math.exp(logit - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map(power => power / total)
}
