import { plainLetters } from '../text/plain-letters.ts'
import { lowerCaseParticles, particles, suffixes, titles, titlesAlsoNames } from './name-words.ts'

/** A display name taken apart: titles before it, letters after it, and the words of the name itself. */
export type DisplayName = {
  readonly titles: readonly string[]
  readonly words: readonly string[]
  /** The words as `bareWord` says them. */
  readonly bare: readonly string[]
  /** Of each word whether it may open a family name, as `isParticle` says. */
  readonly particles: readonly boolean[]
  readonly suffixes: readonly string[]
  /** Whether it was written `Last, First`; `words` are in the usual order all the same. */
  readonly turned: boolean
}

const longestRead = 200
const decoration = /(?:[\p{Extended_Pictographic}\p{So}\p{Sk}\p{Sm}\p{Cf}\p{Co}\p{Regional_Indicator}]|\ufe0f)+/gu
const aside = /["“”«»][^"“”«»]*["“”«»]|[([{（【][^)\]}）】]*[)\]}）】]|\s['‘][^'’]+['’](?=\s)/gu
/** A heart says whom or what somebody loves, if anything stands behind it. */
const hearts = '❤♥♡💓💔💕💖💗💘💙💚💛💜💝💞💟🖤🤍🤎🧡🩵🩷🩶'
const comment = new RegExp(
  String.raw`\s*(?:[|•·/~:_*${hearts}]|\s[-–—]\s|\s@|#|\s(?:she|he|they|ze|ella|él|elle|sie)\s*\/).*$`,
  'iu'
)

const ordinary = /^[A-Za-z]+(?:[ '-][A-Za-z]+){0,8}$/

const spaced = '[A-Za-z\u00c0-\u024f\u0400-\u04ff]'
/** `A N N A   D O E`: letters set apart, words by more than one space. */
const spacedOut = new RegExp(`^(?=.{5,120}$)(?:${spaced} ){2}(?:${spaced} {1,3})*${spaced}$`)

/** Reads a display name, or nothing when it has signs that names do not have. */
export function readDisplayName(text: string): DisplayName | undefined {
  // Two traits read one name after the other.
  if (text !== last.text) last = { text, read: readName(text) }
  return last.read
}

let last: { readonly text: string; readonly read: DisplayName | undefined } = { text: '', read: undefined }

function readName(text: string): DisplayName | undefined {
  const written = spacedOut.test(text) ? text.replace(/(?<=\p{L}) (?=\p{L})/gu, '') : text
  if (ordinary.test(written)) return takeApart(written.split(' '), false)
  const [first = [], ...afterComma] = undecorated(written)
    .split(/[,，]/)
    .map(part => part.trim().split(/\s+/).filter(Boolean))
  const tail = afterComma.flat()
  const ends = tail.every(word => isSuffix(word))
  if (!ends && afterComma.length > 1) return undefined
  const turned = !ends && tail.length <= 2 && first.length > 0 && first.slice(0, -1).every(word => isParticle(word))
  if (!ends && !turned) return undefined
  const read = takeApart(turned ? [...tail, ...first] : [...first, ...tail], turned)
  return read?.words.every(isNameWord) && inOneScript(read.words) ? read : undefined
}

/** A name without emoji, remarks, nicknames and other signs around it. */
function undecorated(text: string): string {
  const plain = plainLetters(text.slice(0, longestRead))
  const withoutAside = plain.replace(aside, ' ')
  const bare = /\p{L}/u.test(withoutAside) ? withoutAside : plain.replace(/[()[\]{}"“”]/g, ' ')
  return bare
    .replace(/^[^\p{L}]+/u, '')
    .replace(comment, '')
    .replace(decoration, ' ')
    .replace(/(?:[^\p{L}\p{M}\p{N}.)']|\.{2,}){1,40}$/u, '')
    .replace(/^(\p{L}{2,5})\.(?=\p{Lu})/u, '$1. ')
}

function takeApart(words: readonly string[], turned: boolean): DisplayName | undefined {
  let from = 0
  const before: string[] = []
  const bareWords = words.map(bareWord)
  for (; from < words.length - 1 && isTitle(words, bareWords, from); from++) {
    const said = titles.get(bareWords[from] as string)
    if (said !== undefined) before.push(said)
  }
  let to = words.length
  while (to - from > 1 && isSuffix(words[to - 1] as string, bareWords[to - 1])) to--
  if (from === to) return undefined
  const name = words.slice(from, to)
  const bare = bareWords.slice(from, to)
  const found = name.map((word, at) => isParticle(word, bare[at]))
  return { titles: before, words: name, bare, particles: found, suffixes: words.slice(to), turned }
}

const dotOrApostrophe = /[.'’]/

/** A word in small letters, without dots and apostrophes. */
export function bareWord(word = ''): string {
  const small = word.toLowerCase()
  return dotOrApostrophe.test(small) ? small.replace(/[.'’]/g, '') : small
}

/** `van`, `de la`: opens a family name. */
export const isParticle = (word: string, bare = bareWord(word)) => particles.has(bare) || lowerCaseParticles.has(word)

/** Such a small word of Arabic names with a capital: `Youssef El Amrani`. */
export const isArabicParticle = (word: string) => /^(?:El|Al|Bin|Ibn|Abu)$/.test(word)

/** `U.S.` before a title belongs to it. */
function isTitle(words: readonly string[], bare: readonly string[], at: number) {
  const word = bare[at] as string
  if (word === 'us' && titles.has(bare[at + 1] ?? '')) return true
  if (!titles.has(word)) return false
  return !titlesAlsoNames.has(word) || words[at]?.endsWith('.') || words.length - at > 2
}

function isSuffix(word: string, bare = bareWord(word)) {
  // In capitals or with dots only, so that `Ma` and `Do` stay family names.
  return (
    suffixes.has(bare) && (/^(?:jr|sr|esq|phd)$/.test(bare) || word === word.toUpperCase() || /\.\p{L}/u.test(word))
  )
}

/** Letters with at most two marks each: more are heaped up for show. */
const isNameWord = (word: string) => /^\p{L}(?:[\p{L}.'’‘-]|\p{M}{1,2}(?!\p{M}))*$/u.test(word)

/** Whether all words are written in one script; a name given twice, in two scripts, is left alone. */
const inOneScript = (words: readonly string[]) =>
  /^(?:[\p{Script=Latin}\p{P}\s]+|[^\p{Script=Latin}]+)$/u.test(words.join(' '))
