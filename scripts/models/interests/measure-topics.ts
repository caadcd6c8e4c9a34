import {
  chooseByTopics,
  type InterestFacts,
  type InterestScore
} from '../../../src/enrichment/interests/choose-interests.ts'
import { topicOf, topics } from './topics.ts'
import type { TopicPost } from './train-topics.ts'

export type ToldPost = {
  readonly post: TopicPost
  readonly facts: InterestFacts
  readonly probabilities: readonly number[]
}

/** Counts of a label: said and right, said, true. */
export type LabelCount = { readonly name: string; readonly right: number; readonly said: number; readonly are: number }

/** What interests are worth when each is read as its topic, over the 17 topics that have interests. */
export function measureTopics(told: readonly ToldPost[]) {
  return measureLabels(
    told.map(({ post, facts, probabilities }) => ({
      labels: post.labels,
      said: chooseByTopics(post.evidence, probabilities, facts)
    }))
  )
}

export function measureLabels(
  posts: readonly { readonly labels: readonly string[]; readonly said: readonly InterestScore[] }[]
) {
  const labels = topics.map(({ name }): LabelCount => {
    const said = posts.filter(post => post.said.some(({ interest }) => topicOf(interest) === name))
    const right = said.filter(post => post.labels.includes(name)).length
    return { name, right, said: said.length, are: posts.filter(post => post.labels.includes(name)).length }
  })
  const sum = (of: (label: LabelCount) => number) => labels.reduce((total, label) => total + of(label), 0)
  return {
    labels,
    microF1: f1({ right: sum(({ right }) => right), said: sum(({ said }) => said), are: sum(({ are }) => are) }),
    macroF1: labels.reduce((total, label) => total + f1(label), 0) / labels.length
  }
}

export function f1({ right, said, are }: Omit<LabelCount, 'name'>): number {
  return (2 * right) / Math.max(1, said + are)
}
