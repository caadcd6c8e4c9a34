import type { FeatureSet } from '../linear/feature-set.ts'
import type { ReadText } from '../text/read-text.ts'

/** What is known of a word: how likely it is a swear word (0 to 2, -1 is not listed), and its feeling from -5 to 5. */
export type WordGrade = { readonly grade: number; readonly feeling: number }

const kinds = { word: 1, pair: 2, runs: 3, worst: 4, count: 5, feeling: 6, said: 7, users: 8 }
const unlisted: WordGrade = { grade: -1, feeling: 0 }

/** The features by which an offensive post is told: words, pairs, pieces of words, and what the graded list says of them. */
export function describeOffensive(
  { tokens }: ReadText,
  grades: ReadonlyMap<string, WordGrade>
): (features: FeatureSet) => void {
  return features => {
    let before = '<start>'
    let worst = -1
    let swears = 0
    let doubtful = 0
    let good = 0
    let bad = 0
    let users = 0
    for (const token of tokens) {
      const bare = token.charCodeAt(0) === 0x23 ? token.slice(1) : token
      features.add(kinds.word, token)
      features.addPair(kinds.pair, before, token)
      if (token.charCodeAt(0) !== 0x3c) features.addRuns(kinds.runs, bare, 4, 4)
      else if (token === '<user>') users += 1
      const { grade, feeling } = grades.get(bare) ?? unlisted
      if (grade > worst) worst = grade
      if (grade === 2) swears += 1
      else if (grade === 1) doubtful += 1
      if (feeling > 0) good += feeling
      else bad -= feeling
      // "you are …" is aimed at somebody.
      if (before === 'you' || before === 'are' || before === 'is')
        features.add(kinds.said, `${before} ${grade} ${feeling < 0}`)
      before = token
    }
    features.add(kinds.worst, `worst ${worst}`)
    features.add(kinds.count, `swears ${Math.min(3, swears)}`)
    features.add(kinds.count, `doubtful ${Math.min(3, doubtful)}`)
    features.add(kinds.feeling, `good ${Math.min(8, good)}`)
    features.add(kinds.feeling, `bad ${Math.min(9, bad)}`)
    features.add(kinds.feeling, `sum ${Math.max(-8, Math.min(8, good - bad))}`)
    features.add(kinds.users, `users ${Math.min(3, users)}`)
  }
}
