import type { Profile } from '../../model/profile.ts'
import { bareWord, type DisplayName, isParticle, readDisplayName } from '../names/display-name.ts'
import { eastAsianName } from '../names/east-asian-name.ts'
import { alsoFamilyNames, titlesOfFamilyNames, wordsOfOthers } from '../names/name-words.ts'
import type { ProfileTrait } from '../trait.ts'

/** The parts of a person's name; an empty text = not said. */
type PersonName = {
  readonly givenName: string
  readonly familyName: string
  readonly honorificPrefix: string
  readonly confidence: number
}

const leastConfidence = 0.65

/** The name that a profile shows, taken apart; nothing when it may not be a person's, or when the order is unsure. */
export function personName(profile: Pick<Profile, 'name' | 'handle' | 'lang' | 'summary'>): PersonName | undefined {
  if (profile.name === null) return undefined
  const eastAsian = eastAsianName(profile.name, profile.lang)
  if (eastAsian) return { ...eastAsian, honorificPrefix: '' }
  const read = readDisplayName(profile.name)
  if (!read || read.words.some(word => wordsOfOthers.has(bareWord(word)))) return undefined
  const name = read.words.length === 1 ? familyAlone(read) : givenAndFamily(read, profile.lang)
  if (!name) return undefined
  const confidence = confidenceOf(read, name, profile)
  return confidence < leastConfidence ? undefined : { ...name, honorificPrefix: read.titles.join(' '), confidence }
}

const speaksForMany = /\b(?:we|we're|our|us)\b/i
const speaksForOne =
  /\b(?:I|I'm|my|myself|he|she|him|her|mom|mum|dad|mother|father|wife|husband|professor|student|phd)\b/i

type Split = { readonly givenName: string; readonly familyName: string }

/** `Sen. Hatch` names the family; a single word without such a title may be anything. */
function familyAlone(read: DisplayName): Split | undefined {
  const [word = ''] = read.words
  const title = bareWord(read.titles.at(-1))
  if (!titlesOfFamilyNames.has(title) || word.length < 3) return undefined
  return { givenName: '', familyName: inCase(word) }
}

function givenAndFamily({ words, turned }: DisplayName, lang: string | null): Split | undefined {
  const plain = words.filter((word, index) => index === 0 || !isParticle(word))
  if (plain.length < 2 || plain.length > 4) return undefined
  const at = familyStart(words, plain, turned, lang)
  const given = words.slice(0, at).find(word => !isInitial(word))
  const family = words.slice(at)
  if (given === undefined || family.some(isInitial) || /\p{Ll}{3}\p{Lu}|’s$|'s$/u.test(given)) return undefined
  return {
    givenName: inCase(given),
    familyName: family.map(word => (isParticle(word) ? word : inCase(word))).join(' ')
  }
}

/** Where the family name begins: at its first particle, or at the last word, or one before in Spanish. */
function familyStart(words: readonly string[], plain: readonly string[], turned: boolean, lang: string | null) {
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isParticle(word))
  if (particle > 0) {
    // `García y López`: what joins two family names stands after the first of them.
    return /^[yei]$/.test(words[particle] ?? '') && particle > 1 ? particle - 1 : particle
  }
  const last = words.length - 1
  if (turned || plain.length < 3) return last
  const before = plain[last - 1] ?? ''
  const twoFamilies = !isInitial(before) && (/^(?:es|ca|gl|eu)\b/.test(lang ?? '') || /..ez$/i.test(before))
  return twoFamilies ? last - 1 : last
}

const isInitial = (word: string) => /^(?:\p{L}\.?){1,2}$/u.test(word) && word === word.toUpperCase()

/** Names written all in capitals or all in small letters get theirs. */
function inCase(word: string) {
  if (word !== word.toUpperCase() && word !== word.toLowerCase()) return word
  return word.toLowerCase().replace(/(^|[-'’])(\p{L})/gu, (_, mark, letter) => mark + letter.toUpperCase())
}

/** What speaks for a person's name in the usual order; the figures behind it are in docs/traits.md. */
function confidenceOf(read: DisplayName, name: Split, { handle, summary }: Pick<Profile, 'handle' | 'summary'>) {
  const { words } = read
  let confidence = 0.65
  if (read.titles.length > 0 || read.suffixes.length > 0) confidence += 0.2
  if (words.some((word, index) => index > 0 && index < words.length - 1 && isInitial(word))) confidence += 0.1
  if (inHandle(name, handle)) confidence += 0.2
  if (summary !== null && speaksForMany.test(summary)) confidence -= 0.2
  if (summary !== null && speaksForOne.test(summary)) confidence += 0.05
  if (words.some(word => /^\p{Lu}{2,4}$/u.test(word)) || /ing$/.test(name.givenName)) confidence -= 0.25
  if (words.some(word => alsoFamilyNames.has(bareWord(word)))) confidence -= 0.2
  if (isInitial(words[0] ?? '')) confidence -= 0.1
  if (words.some(word => word.length > 3 && word === word.toUpperCase())) confidence -= 0.1
  if (words.every(word => word === word.toLowerCase())) confidence -= 0.1
  // A third word may be a second given or a first family name.
  const isOpen =
    words.filter(word => !isParticle(word) && !isInitial(word)).length > 2 && !name.familyName.includes(' ')
  if (isOpen) confidence -= 0.1
  return Math.round(Math.min(0.95, confidence) * 100) / 100
}

/** Whether the handle is made of both parts: `@jane_doe`, `@jdoe7`, `@doejane`. */
function inHandle({ givenName, familyName }: Split, handle: string | null) {
  const letters = lettersOf(handle ?? '')
  const family = lettersOf(familyName)
  const given = lettersOf(givenName)
  if (family.length < 3 || !letters.includes(family)) return given.length > 3 && letters.includes(given)
  return given === '' || letters.replace(family, '').includes(given.charAt(0))
}

const lettersOf = (text: string) =>
  text
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
