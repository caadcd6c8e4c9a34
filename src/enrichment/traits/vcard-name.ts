import type { Profile } from '../../model/profile.ts'
import { bareWord, type DisplayName, isArabicParticle, readDisplayName } from '../names/display-name.ts'
import { eastAsianName } from '../names/east-asian-name.ts'
import { eastAsian, eastAsianFamilyNames } from '../names/east-asian-syllables.ts'
import { firstName } from '../names/first-names.ts'
import { isHungarian } from '../names/hungarian-name.ts'
import {
  alsoFamilyNames,
  callings,
  titles as titlesByWord,
  titlesOfFamilyNames,
  wordsOfOthers
} from '../names/name-words.ts'
import { isOfOthers } from '../names/several-names.ts'
import { vietnameseName } from '../names/vietnamese-name.ts'
import type { ProfileTrait } from '../trait.ts'

/** The parts of a person's name; an empty text = not said. */
type PersonName = {
  readonly givenName: string
  readonly familyName: string
  readonly honorificPrefix: string
  readonly confidence: number
}

const leastScore = 0.65

/** The name that a profile shows, taken apart; nothing when it may not be a person's, or when the order is unsure. */
export function personName(profile: Pick<Profile, 'name' | 'handle' | 'lang' | 'summary'>): PersonName | undefined {
  if (profile.name === null) return undefined
  const eastAsian = eastAsianName(profile.name, profile.lang)
  if (eastAsian) return { ...eastAsian, honorificPrefix: '' }
  const read = readDisplayName(profile.name)
  if (!read || isOfOthers(profile.name) || isCalling(read) || read.bare.some(word => wordsOfOthers.has(word)))
    return undefined
  const name = familyAlone(read) ?? givenAlone(read) ?? familyFirst(read) ?? givenAndFamily(read, profile.lang)
  if (!name) return undefined
  const score = scoreOf(read, name, profile)
  if (score < leastScore) return undefined
  // Names that come so far are right more often than the score says: it orders them, half of its doubt is what was observed.
  const confidence = Math.round((1 + Math.min(0.95, score)) * 50) / 100
  return { ...name, honorificPrefix: read.titles.join(' '), confidence }
}

const speaksForMany = /\b(?:we|we're|our|us)\b/i
const speaksForOne =
  /\b(?:I|I'm|my|myself|he|she|him|her|mom|mum|dad|mother|father|wife|husband|professor|student|phd)\b/i

type Split = { readonly givenName: string; readonly familyName: string }

/** How much the table of first names knows of a word: 0 = nothing, above 0.6 = a frequent name. */
const strengthOf = (word: string) => firstName(word)?.strength ?? 0
const frequent = 0.6
const veryFrequent = 0.8

const isCalling = ({ bare }: DisplayName) => bare.length > 1 && callings.has(bare[0] as string)

/** `Sen. Hatch` names the family. */
function familyAlone({ titles, words }: DisplayName): Split | undefined {
  const [word = ''] = words
  const title = bareWord(titles.at(-1))
  if (words.length !== 1 || !titlesOfFamilyNames.has(title) || word.length < 3) return undefined
  // `Mr President`; and `Ms. Priya`, who may be called so by the children of her school.
  if (titlesByWord.has(bareWord(word)) || (/^m(?:r|rs|s)$/.test(title) && strengthOf(word) > frequent)) return undefined
  return { givenName: '', familyName: inCase(word) }
}

/** `Helen`, `Matt M.`: a frequent first name, and nothing but an initial of the family. */
function givenAlone({ titles, words }: DisplayName): Split | undefined {
  const [word = '', ...others] = words
  if (titles.length > 0 || others.length > 1 || !others.every(isInitial)) return undefined
  return word.length > 2 && strengthOf(word) > veryFrequent ? { givenName: inCase(word), familyName: '' } : undefined
}

/** `Wang Xiaoming`, `Kim Min-jun`: Chinese and Korean names in Latin letters, where only the first word is a family name; Vietnamese and Hungarian ones. */
function familyFirst({ words, turned }: DisplayName): Split | undefined {
  const vietnamese = turned ? undefined : vietnameseName(words)
  if (vietnamese) return { givenName: inCase(vietnamese.given), familyName: inCase(vietnamese.family) }
  if (!turned && isHungarian(words)) return { givenName: inCase(words[1] ?? ''), familyName: inCase(words[0] ?? '') }
  const small = words.map(word => word.toLowerCase())
  const [first = '', ...others] = small
  if (turned || !eastAsianFamilyNames.has(first) || eastAsianFamilyNames.has(small.at(-1) ?? '')) return undefined
  if (!eastAsian(small, word => strengthOf(word) > frequent) || others.some(isInitial)) return undefined
  return { givenName: words.slice(1).map(inCase).join(' '), familyName: inCase(words[0] ?? '') }
}

function givenAndFamily(read: DisplayName, lang: string | null): Split | undefined {
  const { words, particles } = read
  const plain = words.filter((_, index) => index === 0 || !particles[index])
  if (plain.length < 2 || plain.length > 4) return undefined
  const at = familyStart(read, plain, lang)
  const given = words.slice(0, at).find(word => !isInitial(word))
  const family = words.slice(at)
  if (given === undefined || family.some(isInitial) || /\p{Ll}{3}\p{Lu}|’s$|'s$/u.test(given)) return undefined
  return {
    givenName: inCase(given),
    familyName: family.map((word, index) => (particles[at + index] ? word : inCase(word))).join(' ')
  }
}

/** Where the family name begins: at its first particle, or at the last word, or one before in Spanish. */
function familyStart({ words, particles, turned }: DisplayName, plain: readonly string[], lang: string | null) {
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && (particles[index] || isArabicParticle(word))
  )
  if (particle > 0) {
    // `García y López`, `Fernández de la Vega`: the first of two family names stands before what joins them.
    const joins = /^[yei]$/.test(words[particle] ?? '') || /..ez$/i.test(words[particle - 1] ?? '')
    return joins && particle > 1 ? particle - 1 : particle
  }
  const last = words.length - 1
  if (turned || plain.length < 3) return last
  const before = plain[last - 1] ?? ''
  const twoFamilies = !isInitial(before) && (/^(?:es|ca|gl|eu)\b/.test(lang ?? '') || /..ez$/i.test(before))
  return twoFamilies ? last - 1 : last
}

const isInitial = (word: string) =>
  mayBeInitial(word) && /^(?:\p{L}\.?){1,2}$/u.test(word) && word === word.toUpperCase()
/** Two letters have four units at most, and two dots. */
const mayBeInitial = (word: string) => word.length <= 4 || (word.length <= 6 && word.includes('.'))

/** Names written all in capitals or all in small letters get theirs. */
function inCase(word: string) {
  if (word !== word.toUpperCase() && word !== word.toLowerCase()) return word
  return word.toLowerCase().replace(/(^|[-'’])(\p{L})/gu, (_, mark, letter) => mark + letter.toUpperCase())
}

/** What speaks for a person's name in the usual order; the figures behind it are in docs/traits.md. */
function scoreOf(read: DisplayName, name: Split, { handle, summary }: Pick<Profile, 'handle' | 'summary'>) {
  const { words, bare, particles } = read
  let score = 0.65 + evidenceOfTable(name)
  if (read.titles.length > 0 || read.suffixes.length > 0) score += 0.2
  if (words.some((word, index) => index > 0 && index < words.length - 1 && isInitial(word))) score += 0.1
  if (inHandle(name, handle)) score += 0.2
  if (summary !== null && speaksForMany.test(summary)) score -= 0.2
  if (summary !== null && speaksForOne.test(summary)) score += 0.05
  if (isAbbreviated(words) || (/ing$/.test(name.givenName) && !isEastAsian(name))) score -= 0.25
  if (bare.some(word => alsoFamilyNames.has(word)) && !isEastAsian(name)) score -= 0.2
  if (isInitial(words[0] ?? '')) score -= 0.1
  if (words.some(word => word.length > 3 && isInCapitals(word))) score -= 0.1
  if (words.every(word => word === word.toLowerCase() && word !== word.toUpperCase())) score -= 0.1
  // A third word may be a second given or a first family name.
  const full = words.filter((word, index) => !particles[index] && !isInitial(word))
  const isOpen = full.length > 2 && !name.familyName.includes(' ') && strengthOf(full[1] ?? '') < frequent
  if (isOpen) score -= 0.1
  return Math.round(score * 100) / 100
}

/** Letters that have no capitals are none. */
const isInCapitals = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase()

/** `NFL John`, but not `JAKE MILLER`, where all is in capitals and begins with a frequent first name. */
function isAbbreviated(words: readonly string[]) {
  if (!words.some(word => /^\p{Lu}{2,4}$/u.test(word))) return false
  return !(words.every(isInCapitals) && strengthOf(words[0] ?? '') > veryFrequent)
}

/** A known first name speaks for a person's name; one in the place of the family name, behind a word that is none, against the order; an unknown one needs something else that speaks for it. */
function evidenceOfTable({ givenName, familyName }: Split) {
  const strength = strengthOf(givenName.split(' ')[0] ?? '')
  if (strength > frequent) return strength > veryFrequent ? 0.2 : 0.15
  if (strength > 0 || givenName === '') return 0
  if (isEastAsian({ givenName, familyName })) return 0.05
  return strengthOf(familyName) > frequent ? -0.15 : -0.05
}

const isEastAsian = ({ givenName, familyName }: Split) =>
  eastAsian(`${givenName} ${familyName}`.toLowerCase().split(' '), () => false)

/** Whether the handle is made of both parts: `@jane_doe`, `@jdoe7`, `@doejane`. */
function inHandle({ givenName, familyName }: Split, handle: string | null) {
  const letters = lettersOf(handle ?? '')
  const family = lettersOf(familyName)
  const given = lettersOf(givenName)
  if (family.length < 3 || !letters.includes(family)) return given.length > 3 && letters.includes(given)
  return given === '' || letters.replace(family, '').includes(given.charAt(0))
}

const lettersAlone = /^[A-Za-z]*$/

const lettersOf = (text: string) =>
  lettersAlone.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .toLowerCase()
        .replace(/[^\p{L}]/gu, '')

const trait: ProfileTrait = {
  about: 'profile',
  name: 'name',
  infer({ profile }) {
    const name = personName(profile)
    if (!name) return undefined
    const { givenName, familyName, honorificPrefix, confidence } = name
    const values = { given_name: givenName, family_name: familyName, honorific_prefix: honorificPrefix }
    const evidence = Object.entries(values)
      .filter(([, value]) => value !== '')
      .map(([part, value]) => ({ trait: part, value, confidence, from: 'display name' }))
    return { columns: { givenName, familyName, honorificPrefix, nameConfidence: confidence }, evidence }
  }
}
export default trait
