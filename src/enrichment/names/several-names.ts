import { firstName } from './first-names.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Spares most names the rest. */
const mayJoin = /[&＆+]|\s\p{L}{1,3}\s/u
const joined = /[\p{L}.]\s*[&＆+]\s*\p{L}/u
const and = words('and und et y e en og och ve i и та і و')
/** Behind `and`: `Meyer und Söhne`. */
const kin = words(
  'sons son söhne sohn hijos hijo fils figli figlio filhos filho zonen bros brothers co company partner partners friends family'
)
const remark = /[|•·~/:([{]/
const apostrophe = /['’]/
/** `it's` is no possessive. */
const possessive = /(?:^|\s)(?!(?:it|he|she|that|what|who|here|there|let)['’]s)\p{L}{2,40}['’]s(?![\p{L}])/iu

const longestRead = 200

type Others = { readonly text: string; readonly areSeveral: boolean; readonly possessive: boolean }

// Three traits ask of one name after the other.
let last: Others = { text: '', areSeveral: false, possessive: false }

function othersIn(text: string): Others {
  if (text !== last.text) last = { text, areSeveral: areSeveral(text), possessive: possesses(text) }
  return last
}

/** Whether a display name is of more than one: `Anna & Tom`, `Tom und Anna Wilson`, `Meyer + Sons`. */
export const isOfSeveral = (text: string) => othersIn(text).areSeveral

/** Whether a display name is of something of somebody's: `Anna's Bakery`. */
export const isPossessive = (text: string) => othersIn(text).possessive

function areSeveral(text: string): boolean {
  if (!mayJoin.test(text)) return false
  const name = text.slice(0, longestRead).split(remark, 1)[0] ?? ''
  if (joined.test(name)) return true
  const parts = name.split(/\s+/)
  return parts.some(
    (part, at) =>
      at > 0 &&
      isAnd(part) &&
      (kin.has(parts[at + 1]?.toLowerCase() ?? '') || (isName(parts[at - 1]) && isName(parts[at + 1])))
  )
}

/** The `E` of Sarah E Doe is an initial. */
const isAnd = (word: string) => and.has(word.length > 1 ? word.toLowerCase() : word)

const isName = (word = '') => (firstName(word)?.strength ?? 0) > 0.4

const parody = /\b(?:parody|parodia|parodie|unofficial|fan ?(?:page|club|account|acc)|fake|stan acc(?:ount)?)\b/i

/** Whether a display name does not name one person who writes here: several, something of somebody's, or somebody who is played. */
export function isOfOthers(text: string): boolean {
  return isOfSeveral(text) || isPossessive(text) || parody.test(text.slice(0, longestRead))
}

function possesses(text: string): boolean {
  return apostrophe.test(text) && possessive.test(text.slice(0, longestRead))
}
