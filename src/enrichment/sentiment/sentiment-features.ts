import type { FeatureSet } from '../linear/feature-set.ts'
import type { ReadText } from '../text/read-text.ts'

/** Words with a feeling, by language: what a word weighs from -5 to 5. A language without a list is read with the English one. */
export type SentimentLexicon = Pick<ReadonlyMap<string, ReadonlyMap<string, number>>, 'get'>

const kinds = { language: 1, word: 2, wordAgain: 3, pair: 4, negated: 5, runs: 6, shape: 7, lexicon: 8 }

const negations = new Set(
  `not no never nor neither nothing nobody cannot cant can't dont don't didn't didnt doesn't doesnt won't wont isn't isnt wasn't wasnt
   aren't arent weren't haven't hasn't hadn't couldn't wouldn't shouldn't ain't aint without hardly
   nicht nie niemals kein keine keinen keiner ohne pas jamais rien sans ne non mai niente senza nunca jamás nada sin não nao nem sem
   niet geen nooit ikke inte لا ليس لم لن ما مش`.split(/\s+/)
)
// A negation reaches over this many words, or to the next mark.
const negationReach = 4

/** The features by which a post's feeling is told: words, pairs of words, pieces of words, negations, lexicon and marks. */
export function describeSentiment(
  { tokens }: ReadText,
  language: string,
  lexicon: SentimentLexicon
): (features: FeatureSet) => void {
  const weights = lexicon.get(language) ?? lexicon.get('en')
  return features => {
    features.add(kinds.language, language)
    let before = '<start>'
    let negated = 0
    let good = 0
    let bad = 0
    for (const token of tokens) {
      // Corpora write `http` where a link was.
      const word = token === 'http' || token === 'https' ? '<link>' : token
      const bare = word.charCodeAt(0) === 0x23 ? word.slice(1) : word
      features.add(kinds.word, word)
      // Twice, so that few words weigh against many pieces of words.
      features.add(kinds.wordAgain, word)
      features.addPair(kinds.pair, before, word)
      if (negated > 0) features.add(kinds.negated, word)
      if (word.charCodeAt(0) !== 0x3c) features.addRuns(kinds.runs, bare, 4, 4)
      const weight = weights?.get(bare) ?? 0
      const felt = negated > 0 ? -weight : weight
      if (felt > 0) good += felt
      else bad -= felt
      negated = negations.has(word) ? negationReach : endsReach(word) ? 0 : negated - 1
      before = word
    }
    features.addPair(kinds.pair, before, '<end>')
    addFeeling(features, good, bad)
    addShape(features, tokens)
  }
}

// Several times, so that a hundred pieces of words do not drown what the lexicon says: it holds for topics that nobody labelled.
const timesOfFeeling = 4

function addFeeling(features: FeatureSet, good: number, bad: number): void {
  for (let time = 0; time < timesOfFeeling; time++) {
    const kind = kinds.lexicon + time
    features.add(kind, `good ${Math.min(8, good)}`)
    features.add(kind, `bad ${Math.min(8, bad)}`)
    features.add(kind, `sum ${Math.max(-6, Math.min(6, good - bad))}`)
  }
}

function endsReach(word: string): boolean {
  const first = word.charCodeAt(0)
  return first === 0x2e || first === 0x21 || first === 0x3f || first === 0x2c || first === 0x3b
}

function addShape(features: FeatureSet, tokens: readonly string[]): void {
  let hashtags = 0
  let links = 0
  let users = 0
  for (const token of tokens) {
    if (token.charCodeAt(0) === 0x23) hashtags += 1
    else if (token === '<link>' || token === 'http') links += 1
    else if (token === '<user>') users += 1
    else if (token === '!!' || token === '??' || token === '!' || token === '?' || token === '…' || token === '..')
      features.add(kinds.shape, token)
  }
  features.add(kinds.shape, `length ${Math.floor(Math.log2(tokens.length + 1))}`)
  features.add(kinds.shape, `hashtags ${Math.min(4, hashtags)}`)
  features.add(kinds.shape, `links ${Math.min(3, links)}`)
  features.add(kinds.shape, `users ${Math.min(3, users)}`)
}
