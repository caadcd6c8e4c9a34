import { describeForGender } from '../../src/enrichment/gender/gender-features.ts'
import type { GenderFacts } from '../../src/enrichment/gender/gender-model.ts'
import { createFeatureSet } from '../../src/enrichment/linear/feature-set.ts'
import type { ProfileReading } from '../../src/enrichment/reading.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import { shuffle } from './train-linear.ts'

/** A profile, or a post as if it were a description, of a woman or a man; `weight` counts it more or less than once. */
export type GenderExample = { readonly reading: ProfileReading; readonly isWoman: boolean; readonly weight: number }

type Group = { readonly indices: Uint32Array; readonly value: number }
type Row = { readonly groups: readonly Group[]; readonly isWoman: boolean; readonly weight: number }

const training = { bits: 17, epochs: 6, rate: 0.14, decay: 1e-3, seed: 7 } as const
const features = createFeatureSet(training.bits)

/** Examples as the training reads them, so that several models may learn from them. */
export function rowsOf(examples: readonly GenderExample[]): Row[] {
  return examples.map(({ reading, isWoman, weight }) => {
    const groups = describeForGender(reading).map(group => {
      features.clear()
      group.describe(features)
      const indices = features.indices.slice(0, features.size)
      return { indices, value: group.weight / Math.sqrt(Math.max(1, indices.length)) }
    })
    return { groups, isWoman, weight }
  })
}

/** Logistic regression by AdaGrad (Duchi, Hazan, Singer 2011), quantised to int8; the same rows and seed give the same bytes. */
export function trainGender(rows: readonly Row[]): {
  readonly facts: GenderFacts
  readonly weights: Int8Array<ArrayBuffer>
} {
  const weights = new Float32Array(1 << training.bits)
  const squares = new Float32Array(weights.length).fill(1e-6)
  const random = seededRandom(training.seed)
  const order = Uint32Array.from(rows.keys())
  let bias = 0
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const row = rows[at] as Row
      const said = 1 / (1 + Math.exp(-sumOf(row, weights) - bias))
      const error = (said - (row.isWoman ? 1 : 0)) * row.weight
      bias -= 0.02 * training.rate * error
      for (const { indices, value } of row.groups) step(indices, error * value, weights, squares)
    }
  }
  return quantised(weights, bias)
}

function sumOf({ groups }: Row, weights: Float32Array): number {
  let sum = 0
  for (const { indices, value } of groups) {
    let ofGroup = 0
    for (let at = 0; at < indices.length; at++) ofGroup += weights[indices[at] as number] as number
    sum += ofGroup * value
  }
  return sum
}

function step(indices: Uint32Array, error: number, weights: Float32Array, squares: Float32Array) {
  for (let at = 0; at < indices.length; at++) {
    const slot = indices[at] as number
    const weight = weights[slot] as number
    const gradient = error + (training.decay / 2) * weight
    const square = (squares[slot] as number) + gradient * gradient
    squares[slot] = square
    weights[slot] = weight - (training.rate * gradient) / Math.sqrt(square)
  }
}

function quantised(weights: Float32Array, bias: number) {
  let largest = 0
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  const scale = Math.fround(largest / 127 || 1)
  const small = Int8Array.from(weights, weight => Math.round(weight / scale))
  return { facts: { bits: training.bits, scale, bias: Math.fround(bias), temperature: 1 }, weights: small }
}
