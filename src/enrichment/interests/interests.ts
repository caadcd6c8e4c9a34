import { interests } from '../../model/interests.ts'
import { pack } from '../packs/packs.ts'
import type { PostReading } from '../reading.ts'
import type { ReadText } from '../text/read-text.ts'
import {
  chooseByTerms,
  chooseByTopics,
  type InterestFacts,
  type InterestScore,
  topicProbabilities
} from './choose-interests.ts'
import { openTermTable, type TermTable, weighTerms } from './term-table.ts'

type Opened = {
  readonly facts: InterestFacts
  readonly terms: TermTable
  /** A weight for each topic, word by word. */
  readonly words: Int8Array
  /** How much each word counts, from 0 to 255: frequent words say less. */
  readonly wordShares: Uint8Array
}

let opened: Opened | undefined
const evidence = new Float32Array(interests.length)
const sums = new Int32Array(interests.length) // There are fewer topics.
const wordNumbers = new Uint16Array(1024) // A post of the longest text that is read has fewer words.

/**
 * What a post is about: at most three interests, the most probable first; none where no one is probable enough. The language is
 * an ISO 639-1 code, or empty: of another language than English only the hand-written terms count, not the trained words.
 */
export function interestsOf({ text }: PostReading, language = ''): readonly InterestScore[] {
  if (language !== '' && language !== 'en') return interestsOfText(text)
  opened ??= openInterests()
  const { facts, terms } = opened
  evidence.fill(0)
  const known = weighTerms(terms, text.tokens, facts.classWeights, evidence, wordNumbers)
  return chooseByTopics(evidence, topicProbabilities(evidence, sumsOfWords(opened, known), facts), facts)
}

/** What a text that no one trained on, such as a bio, is about, by its terms alone. */
export function interestsOfText({ tokens }: ReadText): readonly InterestScore[] {
  opened ??= openInterests()
  const { facts, terms } = opened
  evidence.fill(0)
  weighTerms(terms, tokens, facts.classWeights, evidence)
  return chooseByTerms(evidence, facts)
}

/** What a text's words add to each topic: a mean, in which frequent words count less. */
function sumsOfWords({ facts: { topics }, words, wordShares }: Opened, known: number): number[] {
  const width = topics.length
  sums.fill(0)
  let whole = 0
  for (let at = 0; at < known; at++) {
    const word = (wordNumbers[at] as number) - 1
    whole += wordShares[word] as number
    const row = word * width
    for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (words[row + k] as number)
  }
  if (whole === 0) return topics.map(({ usualWords }) => usualWords)
  return topics.map(({ wordScale }, k) => ((sums[k] as number) * wordScale * 255) / whole)
}

function openInterests(): Opened {
  const from = pack('interests')
  return {
    facts: from.manifest.facts as InterestFacts,
    terms: openTermTable(from),
    words: from.section('words', 'int8'),
    wordShares: from.section('wordShares', 'uint8')
  }
}
