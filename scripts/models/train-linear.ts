import { createFeatureSet, type FeatureSet } from '../../src/enrichment/linear/feature-set.ts'
import { type LinearFacts, probabilitiesOf, softmax } from '../../src/enrichment/linear/linear-model.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import { fitLogistic } from './interests/fit-logistic.ts'

/** One labelled example: its features and the number of its class; `weight` counts it more or less than once. */
export type Example = {
  readonly describe: (features: FeatureSet) => void
  readonly label: number
  readonly weight?: number
}

export type Training = {
  readonly classes: readonly string[]
  readonly bits: number
  readonly epochs: number
  readonly rate: number
  /** L2 penalty on each weight that an example touches. */
  readonly decay: number
  readonly seed: number
}

export type Trained = { readonly facts: LinearFacts; readonly weights: Int8Array<ArrayBuffer> }

/**
 * Softmax regression by AdaGrad (Duchi, Hazan, Singer 2011) over hashed features of unit length; the same examples, settings
 * and seed give the same bytes. Weights are quantised to int8 by class.
 */
export function trainLinear(examples: readonly Example[], training: Training): Trained {
  return trainRows(
    examples.map(example => rowOf(example, training.bits)),
    training
  )
}

/** Probabilities of each example by a model that never saw its fold; at temperature 1. */
export function crossValidate(
  examples: readonly Example[],
  training: Training,
  folds: number,
  // Mixed, since files go round their classes.
  foldOf: (at: number) => number = at => (Math.imul(at, 0x9e3779b1) >>> 8) % folds
): number[][] {
  const rows = examples.map(example => rowOf(example, training.bits))
  const found: number[][] = []
  for (let fold = 0; fold < folds; fold++) {
    const { weights, facts } = trainRows(
      rows.filter((_, at) => foldOf(at) !== fold),
      training
    )
    for (const [at, { indices }] of rows.entries()) {
      if (foldOf(at) === fold) found[at] = probabilitiesOf(indices, indices.length, weights, facts)
    }
  }
  return found
}

function trainRows(rows: readonly Row[], training: Training): Trained {
  const { classes, bits, epochs, seed } = training
  const state = startOf(training)
  const random = seededRandom(seed)
  const order = Uint32Array.from(rows.keys())
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) learn(rows[at] as Row, state, training)
  }
  return quantised(state.weights, state.biases, classes, bits)
}

/** Probabilities as they are at another temperature. */
export function cooled(probabilities: readonly number[], temperature: number): number[] {
  return softmax(probabilities.map(p => Math.log(Math.max(p, 1e-12)) / temperature))
}

type State = {
  readonly weights: Float32Array
  readonly squares: Float32Array
  readonly biases: Float64Array
  readonly errors: Float64Array
}

function startOf({ classes, bits }: Training): State {
  const size = (1 << bits) * classes.length
  return {
    weights: new Float32Array(size),
    squares: new Float32Array(size).fill(1e-6),
    biases: new Float64Array(classes.length),
    errors: new Float64Array(classes.length)
  }
}

function learn(row: Row, { weights, squares, biases, errors }: State, { rate, decay }: Training): void {
  const { indices } = row
  const width = biases.length
  const norm = 1 / Math.sqrt(Math.max(1, indices.length))
  const probabilities = softmax(logitsOf(indices, weights, biases, width, norm))
  for (let k = 0; k < width; k++) {
    const error = ((probabilities[k] as number) - (row.label === k ? 1 : 0)) * row.weight
    biases[k] = (biases[k] as number) - 0.02 * rate * error
    errors[k] = error * norm
  }
  for (let at = 0; at < indices.length; at++) {
    const first = (indices[at] as number) * width
    for (let k = 0; k < width; k++) {
      const slot = first + k
      const weight = weights[slot] as number
      const gradient = (errors[k] as number) + decay * weight
      const square = (squares[slot] as number) + gradient * gradient
      squares[slot] = square
      weights[slot] = weight - (rate * gradient) / Math.sqrt(square)
    }
  }
}

type Row = { readonly indices: Uint32Array; readonly label: number; readonly weight: number }

const sets = new Map<number, FeatureSet>()

function rowOf({ describe, label, weight = 1 }: Example, bits: number): Row {
  const features = sets.get(bits) ?? createFeatureSet(bits)
  sets.set(bits, features)
  features.clear()
  describe(features)
  return { indices: features.indices.slice(0, features.size), label, weight }
}

function logitsOf(indices: Uint32Array, weights: Float32Array, biases: Float64Array, width: number, norm: number) {
  const sums = new Array<number>(width).fill(0)
  for (let at = 0; at < indices.length; at++) {
    const first = (indices[at] as number) * width
    for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (weights[first + k] as number)
  }
  return sums.map((sum, k) => sum * norm + (biases[k] as number))
}

function quantised(weights: Float32Array, biases: Float64Array, classes: readonly string[], bits: number): Trained {
  const width = classes.length
  const scales = classes.map((_, k) => {
    let largest = 0
    for (let slot = k; slot < weights.length; slot += width)
      largest = Math.max(largest, Math.abs(weights[slot] as number))
    return Math.fround(largest / 127 || 1)
  })
  const small = new Int8Array(weights.length)
  for (let slot = 0; slot < weights.length; slot++)
    small[slot] = Math.round((weights[slot] as number) / (scales[slot % width] as number))
  return { facts: { bits, classes, scales, biases: [...biases].map(Math.fround), temperature: 1 }, weights: small }
}

/** Puts numbers into another order, in place (Fisher and Yates). */
export function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] as number
    order[at] = order[other] as number
    order[other] = kept
  }
}

/** The temperature that makes probabilities fit held-out labels best (Guo et al. 2017), to two decimals. */
export function fitTemperature(
  cases: readonly { readonly probabilities: readonly number[]; readonly label: number; readonly weight?: number }[]
): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let hundredths = 30; hundredths <= 400; hundredths += 2) {
    const temperature = hundredths / 100
    let loss = 0
    for (const { probabilities, label, weight = 1 } of cases) {
      loss -= weight * Math.log(Math.max(cooled(probabilities, temperature)[label] as number, 1e-12))
    }
    if (loss < least) {
      least = loss
      best = temperature
    }
  }
  return best
}

/** How logits of two classes become probabilities as they were observed: divided by a temperature, then moved towards the second class. */
export type Platt = { readonly temperature: number; readonly shift: number }

/** Platt's scaling (1999), fitted to probabilities of two classes on cases that their models never saw. */
export function fitPlatt(
  cases: readonly { readonly probabilities: readonly number[]; readonly label: number }[]
): Platt {
  const rows = cases.map(({ probabilities }) => Float64Array.from([logitOf(probabilities), 1]))
  const [slope = 1, shift = 0] = fitLogistic(
    rows,
    cases.map(({ label }) => label === 1),
    [1e-6, 1e-6]
  )
  return { temperature: Math.round(1000 / slope) / 1000, shift: Math.round(1000 * shift) / 1000 }
}

/** The probability of the second class of two, scaled. */
export function scaled(probabilities: readonly number[], { temperature, shift }: Platt): number {
  return 1 / (1 + Math.exp(-(logitOf(probabilities) / temperature + shift)))
}

/** The facts of a model of two classes whose probabilities come out scaled. */
export function withScale({ biases, ...facts }: LinearFacts, { temperature, shift }: Platt): LinearFacts {
  const [first = 0, second = 0] = biases
  return { ...facts, temperature, biases: [first, Math.fround(second + shift * temperature)] }
}

const logitOf = ([first = 0, second = 0]: readonly number[]) =>
  Math.log(Math.max(second, 1e-12) / Math.max(first, 1e-12))
