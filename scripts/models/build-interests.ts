import type { InterestFacts } from '../../src/enrichment/interests/interests.ts'
import { interests } from '../../src/model/interests.ts'
import { compileTerms } from './interests/compile-terms.ts'
import { kinOf } from './interests/kin.ts'
import { readLexicon } from './interests/read-lexicon.ts'
import { writePack } from './write-pack.ts'

const facts: InterestFacts = {
  interests,
  classWeights: [0.15, 0.55, 1.4],
  kin: interests.map(kinOf),
  lent: 0.6,
  biases: interests.map(() => -1),
  slope: 1,
  mostEvidence: 3,
  threshold: 0.42
}

/** The pack `interests`: the hand-written terms of the 50 interests. */
export default {
  name: 'interests',
  inputs: ['data/sources/interests'],
  needsShared: false,
  async build(): Promise<void> {
    writePack(
      { name: 'interests', version: 1, sources: ['Terms written for this project'], scores: {}, facts },
      { ...compileTerms(readLexicon()) }
    )
  }
}
