import type { Interest } from '../../model/interests.ts'

/** An interest that a text is about, and how probably it is. */
export type InterestScore = { readonly interest: Interest; readonly score: number }

/** Interests that lie so near each other that evidence for one is some for all; the trained layer tells topics, not interests. */
export type Topic = {
  /** As X-Topic calls it. */
  readonly name: string
  /** By their numbers; the first is said where no term tells which of them it is. */
  readonly interests: readonly number[]
  readonly bias: number
  /** The weight of the evidence for the topic's own interests, together. */
  readonly own: number
  /** The weight of the evidence for each interest, its own and others. */
  readonly weights: readonly number[]
  /** What an int8 weight of 1 of the section `words` stands for. */
  readonly wordScale: number
  /** What the words of a mean post add: it is taken for a post without any known word. */
  readonly usualWords: number
}

/** The facts of the pack `interests`. */
export type InterestFacts = {
  /** In the order by which the sections number them. */
  readonly interests: readonly Interest[]
  /** What a weak, a plain and a strong term weigh. */
  readonly classWeights: readonly number[]
  readonly topics: readonly Topic[]
  /** The interests that belong to no topic, by their numbers. */
  readonly topicless: readonly number[]
  /** Logits of topics are divided by it: probabilities as they were observed. */
  readonly temperature: number
  /** What is less probable is not said. */
  readonly threshold: number
  /** The probability from the terms alone is logistic(bias + slope * evidence). */
  readonly alone: { readonly bias: number; readonly slope: number; readonly threshold: number }
}

/** Evidence beyond it adds nothing. */
export const mostEvidence = 2
const mostInterests = 3
/** What the terms alone say is taken for this much of it where the trained layer says less. */
const trustInTerms = 0.8
/**
 * What a topic needs of which a post has no term. The labelled posts all have a topic, and most posts have none: below it the trained layer
 * finds sports in "this is unbelievable".
 */
const leastWithoutTerms = 0.65
/** How much of its topic's other evidence counts for an interest that has some of its own. */
const lent = 0.6

/** The probability of each topic, from the evidence by interest and what the words add. */
export function topicProbabilities(
  evidence: Float32Array,
  fromWords: ArrayLike<number>,
  facts: InterestFacts
): number[] {
  const { topics, temperature } = facts
  const seen: number[] = []
  for (let at = 0; at < evidence.length; at++) if (evidence[at] !== 0) seen.push(at)
  const probabilities: number[] = []
  for (let k = 0; k < topics.length; k++) {
    const { interests, bias, own, weights } = topics[k] as Topic
    let logit = bias + (fromWords[k] as number) + own * Math.min(together(interests, evidence), mostEvidence)
    for (const at of seen) logit += (weights[at] as number) * Math.min(evidence[at] as number, mostEvidence)
    probabilities.push(logistic(logit / temperature))
  }
  return probabilities
}

/** The interests of a text whose topics are known: of each topic the one with most evidence first, then others of it. */
export function chooseByTopics(
  evidence: Float32Array,
  probabilities: readonly number[],
  facts: InterestFacts
): InterestScore[] {
  const { topics, topicless, threshold, alone } = facts
  const first: InterestScore[] = []
  const further: InterestScore[] = []
  for (let k = 0; k < topics.length; k++) {
    const { interests } = topics[k] as Topic
    // The labelled posts are few: where they taught little of a topic, its terms still speak for themselves.
    const whole = together(interests, evidence)
    const byTerms = scoreAlone(whole, alone)
    const probability = Math.max(probabilities[k] as number, byTerms < alone.threshold ? 0 : byTerms * trustInTerms)
    if (probability < (whole === 0 ? leastWithoutTerms : threshold)) continue
    const main = strongestOf(interests, evidence)
    first.push(scored(main, probability, facts))
    for (const at of interests) {
      const score = probability * ((evidence[at] as number) / (evidence[main] as number))
      if (at !== main && score >= threshold) further.push(scored(at, score, facts))
    }
  }
  for (const at of topicless) {
    if (evidence[at] === 0) continue
    const score = scoreAlone(evidence[at] as number, alone)
    if (score >= alone.threshold) first.push(scored(at, score, facts))
  }
  return strongest([...strongest(first), ...strongest(further)].slice(0, mostInterests))
}

/** The interests of a text by its terms alone. */
export function chooseByTerms(evidence: Float32Array, facts: InterestFacts): InterestScore[] {
  const { topics, topicless, alone } = facts
  const found: InterestScore[] = []
  const weigh = (at: number, whole: number) => {
    const score = scoreAlone(whole, alone)
    if (score >= alone.threshold) found.push(scored(at, score, facts))
  }
  for (const { interests } of topics) {
    const all = together(interests, evidence)
    if (all === 0) continue
    for (const at of interests) {
      const own = evidence[at] as number
      if (own > 0) weigh(at, own + lent * (all - own))
    }
  }
  for (const at of topicless) if (evidence[at] !== 0) weigh(at, evidence[at] as number)
  return strongest(found).slice(0, mostInterests)
}

function together(interests: readonly number[], evidence: Float32Array): number {
  let sum = 0
  for (const at of interests) sum += evidence[at] as number
  return sum
}

export function scoreAlone(evidence: number, { bias, slope }: InterestFacts['alone']): number {
  return logistic(bias + slope * Math.min(evidence, mostEvidence))
}

function strongestOf(interests: readonly number[], evidence: Float32Array): number {
  return interests.reduce((best, at) => ((evidence[at] as number) > (evidence[best] as number) ? at : best))
}

function strongest(found: InterestScore[]): InterestScore[] {
  return found.length < 2 ? found : found.sort((a, b) => b.score - a.score)
}

function scored(at: number, score: number, { interests }: InterestFacts): InterestScore {
  return { interest: interests[at] as Interest, score }
}

export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
