import { createFeatureSet, type FeatureSet } from '../../src/enrichment/linear/feature-set.ts'
import { type LinearFacts, softmax } from '../../src/enrichment/linear/linear-model.ts'

/** One labelled example: its features and the number of its class; `weight` counts it more or less than once. */
export type Example = {
  readonly describe: (features: FeatureSet) => void
  readonly label: number
  readonly weight?: number
}

type Training = {
  readonly classes: readonly string[]
  readonly bits: number
  readonly epochs: number
  readonly rate: number
  /** L2 penalty on each weight that an example touches. */
  readonly decay: number
  readonly seed: number
}

export type Trained = { readonly facts: LinearFacts; readonly weights: Int8Array }

/**
 * Softmax regression by AdaGrad (Duchi, Hazan, Singer 2011) over hashed features of unit length; the same examples, settings
 * and seed give the same bytes. Weights are quantised to int8 by class.
 */
export function trainLinear(examples: readonly Example[], training: Training): Trained {
  const { classes, bits, epochs, rate, decay, seed } = training
  const width = classes.length
  const rows = examples.map(example => rowOf(example, bits))
  const weights = new Float32Array((1 << bits) * width)
  const squares = new Float32Array(weights.length).fill(1e-6)
  const biases = new Float64Array(width)
  const random = seededRandom(seed)
  const order = Uint32Array.from(rows.keys())
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const row = rows[at] as Row
      const norm = 1 / Math.sqrt(Math.max(1, row.indices.length))
      const logits = logitsOf(row.indices, weights, biases, width, norm)
      const probabilities = softmax(logits)
      for (let k = 0; k < width; k++) {
        const error = ((probabilities[k] as number) - (row.label === k ? 1 : 0)) * row.weight
        biases[k] = (biases[k] as number) - 0.02 * rate * error
        const step = error * norm
        for (const index of row.indices) {
          const slot = index * width + k
          const gradient = step + decay * (weights[slot] as number)
          squares[slot] = (squares[slot] as number) + gradient * gradient
          weights[slot] = (weights[slot] as number) - (rate * gradient) / Math.sqrt(squares[slot] as number)
        }
      }
    }
  }
  return quantised(weights, biases, classes, bits)
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
  for (const index of indices)
    for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (weights[index * width + k] as number)
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

/** Mulberry32: a small generator whose numbers are the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] as number
    order[at] = order[other] as number
    order[other] = kept
  }
}

/** The temperature that makes probabilities fit held-out labels best (Guo et al. 2017), to two decimals. */
export function fitTemperature(
  cases: readonly { readonly probabilities: readonly number[]; readonly label: number }[]
): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let hundredths = 30; hundredths <= 400; hundredths += 2) {
    const temperature = hundredths / 100
    let loss = 0
    for (const { probabilities, label } of cases) {
      const cooled = softmax(probabilities.map(p => Math.log(Math.max(p, 1e-12)) / temperature))
      loss -= Math.log(Math.max(cooled[label] as number, 1e-12))
    }
    if (loss < least) {
      least = loss
      best = temperature
    }
  }
  return best
}
