import {
  type InterestFacts,
  mostEvidence,
  topicProbabilities
} from '../../../src/enrichment/interests/choose-interests.ts'
import { type TermTable, weighTerms } from '../../../src/enrichment/interests/term-table.ts'
import { readText } from '../../../src/enrichment/text/read-text.ts'
import { interests } from '../../../src/model/interests.ts'
import { sharedRows } from '../shared-data.ts'
import { dot, fitLogistic } from './fit-logistic.ts'
import { numbersOf, topicOf, topics } from './topics.ts'
import { dimensions, meanVector, type WordVectors } from './word-vectors.ts'

export const classWeights = [0.15, 0.55, 1.4]

/** A labelled post as the trained layer sees it. */
export type TopicPost = {
  readonly labels: readonly string[]
  readonly evidence: Float32Array
  readonly words: readonly number[]
  readonly mean: Float64Array
}

/** The developers' half of X-Topic. */
export function readTopicPosts(table: TermTable, vectors: WordVectors): TopicPost[] {
  const numbers = new Uint16Array(1024)
  return sharedRows('topics/tweets.csv.gz').map(row => {
    const evidence = new Float32Array(interests.length)
    const known = weighTerms(table, readText(row.text ?? '').tokens, classWeights, evidence, numbers)
    const words = [...numbers.subarray(0, known)].map(number => number - 1)
    return { labels: (row.topics ?? '').split('|'), evidence, words, mean: meanVector(vectors, words) }
  })
}

/** What was learned: the facts, and by topic the weights of a mean vector. */
export type TrainedTopics = { readonly facts: InterestFacts; readonly directions: readonly Float64Array[] }

// Vectors are short beside evidence: they are drawn out, and all but a topic's own evidence is held back.
const stretch = 6
const penalty = 30
const ownPenalty = 0.1

/** One logistic regression a topic, on its own evidence, on all evidence and on the mean vector of the words. */
export function trainTopics(posts: readonly TopicPost[], temperature: number): TrainedTopics {
  const centre = new Float64Array(dimensions)
  for (const { mean } of posts)
    for (let j = 0; j < dimensions; j++) centre[j] = (centre[j] as number) + (mean[j] as number) / posts.length
  const penalties = [
    ownPenalty,
    ...interests.map(() => penalty),
    ...Array.from({ length: dimensions }, () => penalty),
    1e-4
  ]
  const fitted = topics.map(({ name, interests: names }) => {
    const own = numbersOf(names)
    const rows = posts.map(({ evidence, mean }) => {
      const together = own.reduce((sum, at) => sum + (evidence[at] as number), 0)
      const seen = mean.map((value, j) => stretch * (value - (centre[j] as number)))
      return Float64Array.from([Math.min(together, mostEvidence), ...evidence.map(capped), ...seen, 1])
    })
    const weights = fitLogistic(
      rows,
      posts.map(({ labels }) => labels.includes(name)),
      penalties
    )
    const direction = weights.slice(1 + interests.length, -1).map(weight => stretch * weight)
    const atCentre = dot(direction, centre)
    return { name, own, weights, direction, atCentre }
  })
  return {
    directions: fitted.map(({ direction }) => direction),
    facts: {
      interests,
      classWeights,
      topics: fitted.map(({ name, own, weights, atCentre }) => ({
        name,
        interests: own,
        bias: rounded((weights.at(-1) ?? 0) - atCentre),
        own: rounded(weights[0] ?? 0),
        weights: [...weights.slice(1, 1 + interests.length)].map(rounded),
        wordScale: 1,
        usualWords: rounded(atCentre)
      })),
      topicless: interests.flatMap((interest, at) => (topicOf(interest) ? [] : [at])),
      temperature,
      threshold: 0.3,
      alone: fitAlone(posts)
    }
  }
}

const capped = (evidence: number) => Math.min(evidence, mostEvidence)
const rounded = (value: number) => Math.round(1e5 * value) / 1e5

/** How probable an interest is by its terms alone: as the topics together show it, those without any evidence left out. */
function fitAlone(posts: readonly TopicPost[]): InterestFacts['alone'] {
  const rows: Float64Array[] = []
  const labels: boolean[] = []
  for (const { name, interests: names } of topics) {
    const own = numbersOf(names)
    for (const post of posts) {
      const together = own.reduce((sum, at) => sum + (post.evidence[at] as number), 0)
      if (together === 0) continue
      rows.push(Float64Array.from([capped(together), 1]))
      labels.push(post.labels.includes(name))
    }
  }
  const [slope = 0, bias = 0] = fitLogistic(rows, labels, [0.01, 0.01])
  return { bias: rounded(bias), slope: rounded(slope), threshold: 0.34 }
}

/** The probability of each topic of a post, before the words' weights are rounded to bytes. */
export function topicsOfPost({ facts, directions }: TrainedTopics, post: TopicPost): number[] {
  const fromWords = directions.map((direction, k) =>
    post.words.length === 0 ? (facts.topics[k]?.usualWords ?? 0) : dot(direction, post.mean)
  )
  return topicProbabilities(post.evidence, fromWords, facts)
}

/** Each post's probabilities by a model that did not see it, in `folds` parts. */
export function crossValidateTopics(posts: readonly TopicPost[], temperature: number, folds = 5) {
  const parts = posts.map((_, at) => at % folds)
  const models = Array.from({ length: folds }, (_, part) =>
    trainTopics(
      posts.filter((_, at) => parts[at] !== part),
      temperature
    )
  )
  return posts.map((post, at) => {
    const model = models[parts[at] as number] as TrainedTopics
    return { post, facts: model.facts, probabilities: topicsOfPost(model, post) }
  })
}

/** The weights of the words as bytes: what each adds to each topic, its share in the mean counted in. */
export function wordWeights(trained: TrainedTopics, { words, vectors, shares }: WordVectors) {
  const width = topics.length
  const exact = new Float64Array(words.length * width)
  for (let word = 0; word < words.length; word++) {
    const vector = Float64Array.from(vectors.subarray(word * dimensions, (word + 1) * dimensions))
    for (const [k, direction] of trained.directions.entries())
      exact[word * width + k] = ((shares[word] as number) / 255) * dot(direction, vector)
  }
  const scales = topics.map((_, k) => {
    let largest = 0
    for (let at = k; at < exact.length; at += width) largest = Math.max(largest, Math.abs(exact[at] as number))
    return largest / 127 || 1
  })
  const bytes = Int8Array.from(exact, (value, at) => Math.round(value / (scales[at % width] as number)))
  return {
    bytes,
    facts: {
      ...trained.facts,
      topics: trained.facts.topics.map((topic, k) => ({ ...topic, wordScale: scales[k] ?? 1 }))
    }
  }
}
