import { beginPair, type FeatureSet } from '../linear/feature-set.ts'
import type { ProfileReading } from '../reading.ts'
import { callOfWord } from './call-words.ts'
import { namesInHandle, partsOfHandle } from './handle-name.ts'
import { addOwnNames } from './own-name.ts'
import { selfWordsIn, withoutHash } from './stated-gender.ts'

// Kinds of features; a word of a description and the same letters of a handle are different things.
const kinds = { word: 1, pair: 2, letters: 3, name: 4, selfWords: 5, runs: 6, names: 7, call: 8, ownName: 9 } as const

/** What is read together and counts together, however many features it has, so that a long description does not outvote a name. */
type Group = { readonly weight: number; readonly describe: (features: FeatureSet) => void }

/** A profile's handle and description in groups of features; its display name is left to the table of names. */
export function describeForGender(reading: ProfileReading): readonly Group[] {
  const parts = partsOfHandle(reading.profile.handle ?? '')
  return [
    { weight: 0.5, describe: features => addWords(reading, features) },
    { weight: 0.7, describe: features => addLetters(parts, features) },
    {
      weight: 0.7,
      describe: features => {
        if (reading.profile.handle !== null) addNames(parts, features)
        for (const part of parts) addCalls(part, features)
        addOwnNames(reading.summary.tokens, sign => features.add(kinds.ownName, sign))
      }
    }
  ]
}

const start = beginPair(kinds.pair, '^')

function addWords(reading: ProfileReading, features: FeatureSet) {
  let before = start
  for (const token of reading.summary.tokens) {
    const word = withoutHash(token)
    before = features.addFollowing(kinds.word, kinds.pair, before, word)
    // Not of `<link>` and `<user>`.
    if (word.charCodeAt(0) !== 0x3c) features.addRuns(kinds.runs, word, 4, 4)
  }
  const { female, male } = selfWordsIn(reading)
  if (female !== male) features.add(kinds.selfWords, female > male ? 'female' : 'male')
}

function addLetters(parts: readonly string[], features: FeatureSet) {
  if (parts.length === 0) return
  const letters = `^${parts.join('_')}$`
  for (let length = 3; length <= 5; length++)
    for (let from = 0; from + length <= letters.length; from++)
      features.add(kinds.letters, letters, from, from + length)
}

/** In steps, so that the model learns how much each is worth. */
function addNames(parts: readonly string[], features: FeatureSet) {
  const names = namesInHandle(parts)
  const [best] = names
  if (!best) return features.add(kinds.name, 'none')
  const { female, strength, where, length } = best
  const share = Math.round(female * 10)
  features.add(kinds.name, `${share}`)
  features.add(kinds.name, `${share} ${where}`)
  features.add(kinds.name, `${share} ${where} ${Math.min(7, length)}`)
  features.add(kinds.name, female > 0.5 ? 'female' : 'male')
  features.add(
    kinds.name,
    `${share > 7 ? 'female' : share < 3 ? 'male' : 'both'} ${where}, known ${Math.round(strength * 5)}`
  )
  const together = names.reduce((sum, name) => sum + name.weight * oddsOf(name.female), 0)
  features.add(kinds.names, `${Math.max(-6, Math.min(6, Math.round(1.5 * together)))}`)
  const women = names.filter(name => name.female > 0.7).length
  const men = names.filter(name => name.female < 0.3).length
  features.add(kinds.names, `${Math.min(3, women)} women, ${Math.min(3, men)} men`)
}

const oddsOf = (share: number) => Math.log((share + 0.02) / (1.02 - share))

const [shortestCall, longestCall] = [3, 8]

/** `MrDoe`, `queen_ann`, `soccerdude`: what a part of a handle calls its owner, as a whole, at its start or its end. */
function addCalls(part: string, features: FeatureSet) {
  const whole = callOfWord.get(part)
  if (whole) {
    features.add(kinds.call, whole)
    features.add(kinds.call, `whole ${whole}`)
  }
  for (let length = shortestCall; length <= Math.min(longestCall, part.length - 1); length++) {
    const first = callOfWord.get(part.slice(0, length))
    if (first) features.add(kinds.call, `${first} at the start`)
    const last = callOfWord.get(part.slice(-length))
    if (last) features.add(kinds.call, `${last} at the end`)
  }
}
