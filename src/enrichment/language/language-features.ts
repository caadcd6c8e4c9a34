import type { FeatureSet } from '../linear/feature-set.ts'

const kinds = { word: 1, wordAgain: 2, runs: 3 }
const word = /\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu
// Laughter and drawn-out letters are the same in every language.
const wordless = /^(?:[ah]{4,}|h[eiou](?:h[eiou])+h?|lo+l|(.)\1{3,})$/u
const mostWords = 30 // The first few decide.
const longestWord = 20

/** The features by which the model of more languages tells them: words and pieces of words. */
export function describeLanguage(words: string): (features: FeatureSet) => void {
  return features => {
    let read = 0
    for (const [found] of words.toLowerCase().matchAll(word)) {
      if (read++ === mostWords) break
      if (wordless.test(found)) continue
      const part = found.slice(0, longestWord)
      features.add(kinds.word, part)
      // Twice, so that few words weigh against many pieces of words.
      features.add(kinds.wordAgain, part)
      features.addRuns(kinds.runs, part, 2, 4)
    }
  }
}
