import { compileTerms } from '../../scripts/models/interests/compile-terms.ts'
import { f1, type LabelCount, measureLabels, type ToldPost } from '../../scripts/models/interests/measure-topics.ts'
import { readLexicon } from '../../scripts/models/interests/read-lexicon.ts'
import { topics } from '../../scripts/models/interests/topics.ts'
import { crossValidateTopics, readTopicPosts } from '../../scripts/models/interests/train-topics.ts'
import { readWordVectors } from '../../scripts/models/interests/word-vectors.ts'
import {
  chooseByTerms,
  chooseByTopics,
  type InterestFacts,
  type InterestScore
} from '../../src/enrichment/interests/choose-interests.ts'
import { termTableOf } from '../../src/enrichment/interests/term-table.ts'
import { pack } from '../../src/enrichment/packs/packs.ts'
import { percent } from '../labelled-data.ts'
import { reliabilityRows } from './reliability-rows.ts'
import type { AccuracyBench, AccuracyRow } from './row.ts'

// The pack's own model has seen these posts: every figure is of models that have not, five folds.

const anchor = 'one human annotator 64; seed words 41 (the 1,000 posts of the whole set)'

/** The 17 labels that have interests; with the others, `Diaries & Daily Life` and `Other Hobbies` count as never found. */
function topicRow(
  what: string,
  told: readonly { readonly labels: readonly string[]; readonly said: readonly InterestScore[] }[]
) {
  const { labels, microF1, macroF1 } = measureLabels(told)
  const sum = (of: (label: LabelCount) => number) => labels.reduce((total, label) => total + of(label), 0)
  const unmapped = told.reduce((total, { labels: own }) => total + own.filter(name => !isTopic(name)).length, 0)
  const [right, said, are] = [sum(label => label.right), sum(label => label.said), sum(label => label.are)]
  const commonest = Math.max(...labels.map(label => f1({ right: label.are, said: told.length, are })))
  return {
    labels,
    row: {
      what,
      n: told.length,
      figures: {
        'micro-F1': percent(microF1, 1),
        'macro-F1': percent(macroF1, 1),
        precision: percent(right / Math.max(1, said), 1),
        recall: percent(right / Math.max(1, are), 1),
        'micro-F1 over 19 labels': percent(f1({ right, said, are: are + unmapped }), 1)
      },
      baseline: `always the commonest label: micro-F1 ${percent(commonest, 1)}`,
      anchor,
      target: 'micro-F1 48 %',
      reached: microF1 >= 0.48
    } satisfies AccuracyRow
  }
}

const isTopic = (label: string) => topics.some(({ name }) => name === label)

function labelRow({ name, right, said, are }: LabelCount): AccuracyRow {
  return {
    what: `interests read as X-Topic's ${name}`,
    n: are,
    figures: {
      precision: percent(right / Math.max(1, said), 1),
      recall: percent(right / Math.max(1, are), 1),
      F1: percent(f1({ right, said, are }), 1)
    },
    baseline: '',
    anchor: '',
    target: ''
  }
}

function confidences(told: readonly ToldPost[]) {
  return told.flatMap(({ post, probabilities }) =>
    probabilities.map((confidence, k) => ({ confidence, right: post.labels.includes(topics[k]?.name ?? '') }))
  )
}

export default {
  trait: 'interests',
  async run(): Promise<AccuracyRow[]> {
    const facts = pack('interests').manifest.facts as InterestFacts
    const vectors = readWordVectors()
    const posts = readTopicPosts(termTableOf(compileTerms(readLexicon(), vectors.words)), vectors)
    const told = crossValidateTopics(posts, facts.temperature)
    const whole = topicRow(
      'interests of a post, read as the 17 labels of X-Topic that have any',
      told.map(({ post, facts: own, probabilities }) => ({
        labels: post.labels,
        said: chooseByTopics(post.evidence, probabilities, own)
      }))
    )
    const terms = topicRow(
      'the same by the hand-written terms alone',
      told.map(({ post, facts: own }) => ({ labels: post.labels, said: chooseByTerms(post.evidence, own) }))
    )
    return [
      whole.row,
      terms.row,
      ...whole.labels.map(labelRow),
      ...reliabilityRows("X-Topic's labels", confidences(told), [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1])
    ]
  }
} satisfies AccuracyBench
