import { lowerCaseParticles, particles, suffixes, titles, titlesAlsoNames } from './name-words.ts'

/** A display name taken apart: titles before it, letters after it, and the words of the name itself. */
export type DisplayName = {
  readonly titles: readonly string[]
  readonly words: readonly string[]
  readonly suffixes: readonly string[]
  /** Whether it was written `Last, First`; `words` are in the usual order all the same. */
  readonly turned: boolean
}

const longestRead = 200
const decoration = /[\p{Extended_Pictographic}\p{So}\p{Sk}\p{Sm}\p{Cf}\p{Co}\p{Mn}\p{Regional_Indicator}]+/gu
const aside = /["“”«»][^"“”«»]*["“”«»]|[([{（【][^)\]}）】]*[)\]}）】]|\s['‘][^'’]+['’](?=\s)/gu
const comment = /\s*(?:[|•·/~:_*]|\s[-–—]\s|\s@|#|\s(?:she|he|they|ze|ella|él|elle|sie)\s*\/).*$/iu

const ordinary = /^[A-Za-z]+(?:[ '-][A-Za-z]+){0,8}$/

/** Reads a display name, or nothing when it has signs that names do not have. */
export function readDisplayName(text: string): DisplayName | undefined {
  if (ordinary.test(text)) return takeApart(text.split(' '), false)
  const [first = [], ...afterComma] = undecorated(text)
    .split(/[,，]/)
    .map(part => part.trim().split(/\s+/).filter(Boolean))
  const tail = afterComma.flat()
  const ends = tail.every(isSuffix)
  if (!ends && afterComma.length > 1) return undefined
  const turned = !ends && tail.length <= 2 && first.length > 0 && first.slice(0, -1).every(isParticle)
  if (!ends && !turned) return undefined
  const read = takeApart(turned ? [...tail, ...first] : [...first, ...tail], turned)
  return read?.words.every(isNameWord) && inOneScript(read.words) ? read : undefined
}

/** A name without emoji, remarks, nicknames and other signs around it. */
function undecorated(text: string): string {
  // NFKC turns mathematical and full-width letters into plain ones, and joins accents to their letters.
  const plain = text.slice(0, longestRead).normalize('NFKC')
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
  for (; from < words.length - 1 && isTitle(words, from); from++) {
    const said = titles.get(bareWord(words[from]))
    if (said !== undefined) before.push(said)
  }
  let to = words.length
  while (to - from > 1 && isSuffix(words[to - 1] ?? '')) to--
  const name = words.slice(from, to)
  return name.length > 0 ? { titles: before, words: name, suffixes: words.slice(to), turned } : undefined
}

const dotOrApostrophe = /[.'’]/

/** A word in small letters, without dots and apostrophes. */
export function bareWord(word = ''): string {
  const small = word.toLowerCase()
  return dotOrApostrophe.test(small) ? small.replace(/[.'’]/g, '') : small
}

/** `van`, `de la`: opens a family name. */
export const isParticle = (word: string) => particles.has(bareWord(word)) || lowerCaseParticles.has(word)

/** `U.S.` before a title belongs to it. */
function isTitle(words: readonly string[], at: number) {
  const word = bareWord(words[at])
  if (word === 'us' && titles.has(bareWord(words[at + 1]))) return true
  if (!titles.has(word)) return false
  return !titlesAlsoNames.has(word) || words[at]?.endsWith('.') || words.length - at > 2
}

function isSuffix(word: string) {
  const bare = bareWord(word)
  // In capitals or with dots only, so that `Ma` and `Do` stay family names.
  return (
    suffixes.has(bare) && (/^(?:jr|sr|esq|phd)$/.test(bare) || word === word.toUpperCase() || /\.\p{L}/u.test(word))
  )
}

const isNameWord = (word: string) => /^\p{L}[\p{L}\p{M}.'’‘-]*$/u.test(word)

/** Whether all words are written in one script; a name given twice, in two scripts, is left alone. */
const inOneScript = (words: readonly string[]) =>
  /^(?:[\p{Script=Latin}\p{P}\s]+|[^\p{Script=Latin}]+)$/u.test(words.join(' '))
