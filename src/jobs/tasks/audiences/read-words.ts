import { allOf } from './csdl-text.ts'
import { readObject, readTexts } from './read-members.ts'

/** Of any one, of all, and of none of which content must be. */
export type Words = {
  readonly any: readonly string[]
  readonly all: readonly string[]
  readonly none: readonly string[]
}

/** How long each list of words, phrases or concepts may be: as many arguments as a filter's condition takes. */
export const mostWords = 100

/** Reads `{any, all, none}`; `what` says what the lists hold. */
export function readWords(name: string, value: unknown, what: string, errors: string[]): Words {
  const before = errors.length
  const members = readObject(name, value, ['any', 'all', 'none'], errors) ?? {}
  const list = (member: string) => {
    const given = members[member]
    const isLeftOut = given === undefined || (Array.isArray(given) && given.length === 0)
    return isLeftOut ? [] : readTexts(`${name}.${member}`, given, mostWords, what, errors)
  }
  const words = { any: list('any'), all: list('all'), none: list('none') }
  if (errors.length === before && [words.any, words.all, words.none].every(texts => texts.length === 0))
    errors.push(`${name} must name ${what} under any, all or none`)
  return words
}

/** How content is asked for words: each answers a condition that can stand behind `not`. */
export type WordConditions = {
  readonly anyOf: (texts: readonly string[]) => string
  readonly allOf: (texts: readonly string[]) => string
}

export function wordsFilter(words: Words, conditions: WordConditions): string {
  return allOf([
    words.any.length > 0 ? conditions.anyOf(words.any) : '',
    words.all.length > 0 ? conditions.allOf(words.all) : '',
    words.none.length > 0 ? `not ${conditions.anyOf(words.none)}` : ''
  ])
}
