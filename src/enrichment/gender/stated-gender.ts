import type { ProfileReading } from '../reading.ts'
import { hasWordOf, type ReadText } from '../text/read-text.ts'
import { enterWordList } from '../text/word-lists.ts'
import { ofOthers, sexOfSelfWord, sexOfTitle, statedByPronoun } from './gender-words.ts'

export type Gender = 'female' | 'male'

/** What a source says: a gender, or that the person wants none said. */
type Stated = Gender | 'open'

const pronouns = enterWordList(statedByPronoun.keys())
const titlesOfOneSex = enterWordList(sexOfTitle.keys())
const selfWords = enterWordList(sexOfSelfWord.keys(), { inHashtags: true })

const between = new Set(['/', '|', '•', '·', '\\', '+'])

/**
 * The pronouns that a person states in a name or description: two with a stroke between (`she/her`), or one behind "pronouns".
 * Whoever states "they", or more than one kind (`she/they`), is `open`.
 */
export function statedPronouns({ name, summary }: ProfileReading): Stated | undefined {
  return pronounsIn(name) ?? pronounsIn(summary)
}

function pronounsIn(text: ReadText): Stated | undefined {
  if (!hasWordOf(pronouns, text)) return undefined
  const { tokens } = text
  let found: Stated | undefined
  for (let at = 0; at < tokens.length; at++) {
    const kind = statedByPronoun.get(tokens[at] as string)
    const stated = kind && statedAt(tokens, at, kind)
    if (stated === undefined) continue
    if (found !== undefined && found !== stated) return 'open'
    found = stated
  }
  return found
}

/** What the pronoun there states, if it is stated and not only used in a sentence. */
function statedAt(tokens: readonly string[], at: number, kind: Stated): Stated | undefined {
  const pair = between.has(tokens[at + 1] ?? '') ? statedByPronoun.get(tokens[at + 2] ?? '') : undefined
  if (pair) return pair === kind ? kind : 'open'
  const before = tokens[at - 1] === ':' ? tokens[at - 2] : tokens[at - 1]
  if (before === 'pronoun' || before === 'pronouns') return kind
  return tokens[at] === 'any' && tokens[at + 1] === 'pronouns' ? 'open' : undefined
}

/** The gender of a title before the name: `Congresswoman Ann Doe`, `Mr. Doe`. */
export function titleGender({ name }: ProfileReading): Gender | undefined {
  if (!hasWordOf(titlesOfOneSex, name)) return undefined
  const tokens = name.tokens.filter(token => /^[\p{L}']+$/u.test(token))
  for (const token of tokens.slice(0, Math.min(3, tokens.length - 1))) {
    const sex = sexOfTitle.get(token)
    if (sex) return sex
  }
  return undefined
}

/** What the description calls the person, by number of words: `mom of three`, `husband and father`; words about others are left out. */
export function selfWordsIn({ summary }: ProfileReading): { readonly female: number; readonly male: number } {
  const { tokens, lists } = summary
  let female = 0
  let male = 0
  if (!hasWordOf(selfWords, summary)) return { female, male }
  for (let at = 0; at < tokens.length; at++) {
    if (((lists[at] as number) & selfWords) === 0) continue
    const sex = sexOfSelfWord.get(withoutHash(tokens[at] as string))
    if (sex === undefined) continue
    if (ofOthers.has(tokens[at - 1] ?? '') || ofOthers.has(tokens[at - 2] ?? '')) continue
    if (sex === 'female') female += 1
    else male += 1
  }
  return { female, male }
}

/** A hashtag as the word that it is. */
export const withoutHash = (token: string) => (token.charCodeAt(0) === 0x23 ? token.slice(1) : token)
