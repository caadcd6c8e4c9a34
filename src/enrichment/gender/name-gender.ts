import { bareWord, readDisplayName } from '../names/display-name.ts'
import { eastAsian } from '../names/east-asian-syllables.ts'
import { find, firstName } from '../names/first-names.ts'
import { foldName } from '../names/fold-name.ts'
import { isHungarian } from '../names/hungarian-name.ts'
import { femaleByJapaneseEnding, japaneseName } from '../names/japanese-name.ts'
import { callings, titlesOfFamilyNames, wordsOfOthers } from '../names/name-words.ts'
import { isOfOthers } from '../names/several-names.ts'
import { vietnameseName } from '../names/vietnamese-name.ts'
import type { ReadText } from '../text/read-text.ts'
import type { Gender } from './stated-gender.ts'

/** What a display name says: decided, or a leaning, or nothing; `undecidable` when names of its kind do not say it in Latin letters. */
type NameGender = {
  readonly said?: { readonly value: Gender; readonly confidence: number; readonly from: string }
  readonly female?: number
  readonly undecidable?: true
}

// Names that some men have and that are women's in the table are men's more often than it says, in groups where few are women:
// below 0.85 fewer than 95 % of the women said were, in two of six groups of origin.
const leastShares = { female: 0.85, male: 0.76 } as const

/** Reads a gender off a display name. */
export function nameGender({ text }: ReadText): NameGender {
  if (isOfOthers(text)) return { undecidable: true }
  const words = givenAndOthers(text)
  if (words.length === 0 || words.some(word => wordsOfOthers.has(word))) return {}
  const vietnamese = vietnameseName(words)
  if (!vietnamese && eastAsian(words, isWestern)) return { undecidable: true }
  const female = vietnamese ? femaleByVietnamese(vietnamese) : (femaleByJapanese(text) ?? femaleByWords(words))
  if (female === undefined) return {}
  const share = Math.max(female, 1 - female)
  const value = female > 0.5 ? 'female' : 'male'
  if (share < leastShares[value]) return { female }
  // The table is humbler than it needs to be: sources that know a name from one country only doubt it more than they err.
  return {
    female,
    said: { value, confidence: 1 - 0.55 * (1 - share), from: 'display name' }
  }
}

const most = 5
const frequent = 0.6

/** The words of a name, folded, without callings before it; a remark or a decoration behind it is dropped, and so is a family name alone. */
function givenAndOthers(text: string): readonly string[] {
  const read = readDisplayName(/\s/.test(text) ? text : text.replace(/(\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu, '$1 '))
  if (read?.words.length === 1 && titlesOfFamilyNames.has(bareWord(read.titles.at(-1)))) return []
  const bare = read
    ? read.bare
    : lettersAtStart(text)
        .split(/[\s.]+/)
        .map(bareWord)
  const folded = bare.map(foldName).filter(Boolean)
  const from = folded.findIndex((word, at) => at === folded.length - 1 || !callings.has(word))
  const left = folded.slice(from, from + most)
  // `Mama Bear`: what stands alone behind a calling is often no name.
  return from > 0 && left.length === 1 && (firstName(left[0] as string)?.strength ?? 0) < frequent ? [] : left
}

const lettersAtStart = (text: string) => /^[\p{L}\p{M}' .-]+/u.exec(text.replace(/^[^\p{L}]+/u, ''))?.[0] ?? ''

/** A middle name of theirs tells before the given name, which stands last. */
function femaleByVietnamese({ middle, given }: { readonly middle: readonly string[]; readonly given: string }) {
  if (middle.includes('thi')) return 0.98
  return middle.includes('van') ? 0.04 : firstName(given)?.female
}

function femaleByJapanese(text: string): number | undefined {
  const given = japaneseName(text)?.given
  return given === undefined ? undefined : (firstName(given)?.female ?? femaleByJapaneseEnding(given))
}

/** By the given names, else by the family name, where it differs for women and men; else what the first given name leans to. */
function femaleByWords(words: readonly string[]): number | undefined {
  if (words.length > 1 && womenOfSouthAsia.has(words.at(-1) as string)) return 0.98
  const given = isHungarian(words) ? words.slice(1) : words.length === 1 ? words : words.slice(0, -1)
  const told = femaleByGiven(given)
  if (told !== undefined && isOneSided(told)) return told
  return femaleByEnding(words) ?? told
}

/** Names behind the given one that only women have: Sikh, and of Muslims in South Asia. */
const womenOfSouthAsia = new Set(['kaur', 'begum', 'khatun', 'khatoon', 'bibi'])

const isOneSided = (female: number) => Math.abs(female - 0.5) >= 0.3

/** Whether everybody knows the word as a name of one sex. Vietnamese and Chinese syllables are known too, a little: Hong, Mei. */
function isWestern(word: string) {
  const found = firstName(word)
  return found !== undefined && found.strength > (word.length > 4 ? 0.6 : 0.75) && Math.abs(found.female - 0.5) > 0.4
}

/** By the first given name that is none of both sexes; initials are passed over, and a later name must not turn what the first leans to. */
function femaleByGiven(given: readonly string[]): number | undefined {
  const [first = '', second] = given
  const double = second === undefined || second.length < 2 ? undefined : find(`${first}-${second}`)
  if (double && double.strength > 0.3) return double.female
  let leaning: number | undefined
  for (const word of given) {
    const found = word.length > 1 ? firstName(word) : undefined
    if (!found) continue
    const { female } = found
    if (isOneSided(female) && (leaning === undefined || leaning > 0.5 === female > 0.5)) return female
    leaning ??= female
  }
  return leaning
}

const slavicWoman = /[bdgklmnrstvz](?:ova|eva)$|(?:ovna|evna|skaya|skaia|tskaya)$|(?:ова|ева|ёва|ина|ая|вна)$/
const slavicMan = /(?:vich|vych)$|(?:ов|ев|ёв|ин|ий|вич)$/
const icelandicWoman = /dottir$/
const notSlavic = new Set([
  'nova',
  'casanova',
  'villanova',
  'canova',
  'villanueva',
  'cordova',
  'genova',
  'geneva',
  'terranova',
  'aldeanueva'
])

/** By the ending of a family name that differs for women and men. */
function femaleByEnding(words: readonly string[]): number | undefined {
  const last = words.at(-1) as string
  if (words.length < 2 || last.length < 5 || notSlavic.has(last)) return undefined
  if (slavicWoman.test(last) || icelandicWoman.test(last)) return 0.95
  return slavicMan.test(last) && /[\u0400-\u04ff]/.test(last) ? 0.05 : undefined
}
