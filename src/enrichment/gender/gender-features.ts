import { beginPair, type FeatureSet } from '../linear/feature-set.ts'
import { foldName } from '../names/fold-name.ts'
import type { ProfileReading } from '../reading.ts'
import { nameInHandle } from './handle-name.ts'
import { selfWordsIn, withoutHash } from './stated-gender.ts'

// Kinds of features; a word of a description and the same letters of a handle are different things.
const kinds = { word: 1, pair: 2, handle: 3, handleName: 4, selfWords: 5, runs: 6 } as const

/** Describes a profile's handle and description; its display name is left to the table of names. */
export function describeForGender(reading: ProfileReading): (features: FeatureSet) => void {
  return features => {
    addWords(reading, features)
    addHandle(reading.profile.handle, features)
    const { female, male } = selfWordsIn(reading)
    if (female !== male) features.add(kinds.selfWords, female > male ? 'female' : 'male')
  }
}

const start = beginPair(kinds.pair, '^')

function addWords({ summary }: ProfileReading, features: FeatureSet) {
  let before = start
  for (const token of summary.tokens) {
    const word = withoutHash(token)
    before = features.addFollowing(kinds.word, kinds.pair, before, word)
    // Not of `<link>` and `<user>`.
    if (word.charCodeAt(0) !== 0x3c) features.addRuns(kinds.runs, word, 4, 4)
  }
}

function addHandle(handle: string | null, features: FeatureSet) {
  if (handle === null) return
  const letters = `^${foldName(handle.slice(0, 40)).replace(/[^\p{L}]+/gu, '_')}$`
  for (let length = 3; length <= 5; length++)
    for (let from = 0; from + length <= letters.length; from++) features.add(kinds.handle, letters, from, from + length)
  const found = nameInHandle(handle)
  if (!found) return
  // In steps, so that the model learns how much each is worth; twice, since it must outweigh the letters.
  const share = Math.round(found.female * 10)
  features.add(kinds.handleName, `${share}`)
  features.add(kinds.handleName, `${share} ${found.where}`)
  features.add(kinds.handleName, `${share} ${found.where} ${Math.min(7, found.length)}`)
  features.add(kinds.handleName, found.female > 0.5 ? 'female' : 'male')
}
