import { phrasePattern, wildcardPattern } from '../../languages/csdl/words.ts'
import { inChunks } from '../../store/in-chunks.ts'

// What stands before and behind every pattern that begins and ends with a word: classes of letters are the large part of what
// RE2 makes of a pattern, so that they stand once around all alternatives.
const [before = '', after = ''] = phrasePattern('a').split('a')

// Alternatives of one expression: beyond, RE2 takes more memory than the engine lets it have.
const phrasesAtOnce = 500
const wildcardsAtOnce = 20

/** Regular expressions of which one matches a text that has one of the phrases. */
export function phrases(items: readonly string[]): string[] {
  return alternatives(items.map(phrasePattern), phrasesAtOnce)
}

/** The same for items of `wildcard`. */
export function wildcards(items: readonly string[]): string[] {
  return alternatives(items.map(wildcardPattern), wildcardsAtOnce)
}

function alternatives(patterns: readonly string[], atOnce: number): string[] {
  const bare: string[] = []
  const others: string[] = []
  for (const pattern of new Set(patterns)) {
    if (pattern.startsWith(before) && pattern.endsWith(after) && pattern.length > before.length + after.length)
      bare.push(pattern.slice(before.length, -after.length))
    else others.push(pattern)
  }
  return [
    ...inChunks(bare, atOnce).map(chunk => `${before}(?:${chunk.join('|')})${after}`),
    ...inChunks(others, atOnce).map(chunk => chunk.join('|'))
  ]
}
