import type { ProfileReading } from '../reading.ts'
import { ofOthers, pronouns, selfWords, titlesOf } from './gender-words.ts'

export type Gender = 'female' | 'male'

/** What a source says: a gender, or that the person wants none said. */
type Stated = Gender | 'open'

const between = new Set(['/', '|', '•', '·', '\\', '+'])

/**
 * The pronouns that a person states in a name or description: two with a stroke between (`she/her`), or one behind "pronouns".
 * Whoever states "they", or more than one kind (`she/they`), is `open`.
 */
export function statedPronouns({ name, summary }: ProfileReading): Stated | undefined {
  return pronounsIn(name.tokens) ?? pronounsIn(summary.tokens)
}

function pronounsIn(tokens: readonly string[]): Stated | undefined {
  const found = new Set<Stated>()
  for (const [at, token] of tokens.entries()) {
    const kind = kindOf(token)
    if (!kind) continue
    const pair = between.has(tokens[at + 1] ?? '') ? kindOf(tokens[at + 2] ?? '') : undefined
    if (pair) found.add(kind).add(pair)
    else if (
      /^pronouns?$/.test(tokens[at - 1] ?? '') ||
      (tokens[at - 1] === ':' && /^pronouns?$/.test(tokens[at - 2] ?? ''))
    )
      found.add(kind)
    else if (token === 'any' && tokens[at + 1] === 'pronouns') found.add('open')
  }
  if (found.size > 1) return 'open'
  return [...found][0]
}

function kindOf(token: string): Stated | undefined {
  if (pronouns.female.has(token)) return 'female'
  if (pronouns.male.has(token)) return 'male'
  return pronouns.open.has(token) ? 'open' : undefined
}

/** The gender of a title before the name: `Congresswoman Ann Doe`, `Mr. Doe`. */
export function titleGender({ name }: ProfileReading): Gender | undefined {
  const tokens = name.tokens.filter(token => /^[\p{L}']+$/u.test(token))
  for (const token of tokens.slice(0, Math.min(3, tokens.length - 1))) {
    if (titlesOf.female.has(token)) return 'female'
    if (titlesOf.male.has(token)) return 'male'
  }
  return undefined
}

/** What the description calls the person, by number of words: `mom of three`, `husband and father`; words about others are left out. */
export function selfWordsIn({ summary }: ProfileReading): { readonly female: number; readonly male: number } {
  const { tokens } = summary
  let female = 0
  let male = 0
  for (const [at, token] of tokens.entries()) {
    const word = token.startsWith('#') ? token.slice(1) : token
    const isFemale = selfWords.female.has(word)
    if (!isFemale && !selfWords.male.has(word)) continue
    if (ofOthers.has(tokens[at - 1] ?? '') || ofOthers.has(tokens[at - 2] ?? '')) continue
    if (isFemale) female += 1
    else male += 1
  }
  return { female, male }
}
