/** One word of a location as people write it, folded so that spellings meet: `SAINT-Étienne` is `st`, `etienne`. */
export type PlaceWord = {
  readonly text: string
  /** What stands before it: nothing but space or a hyphen, a comma or the like, or a sign that another place follows. */
  readonly before: Boundary
  /** All its letters are capitals. */
  readonly capitals: boolean
  /** Ends in `'s`, which `text` includes. */
  readonly possessive: boolean
  /** A character of a script without spaces: joined to its neighbours without one. */
  readonly ideograph: boolean
}

export const boundaries = { none: 0, comma: 1, list: 2 } as const
export type Boundary = (typeof boundaries)[keyof typeof boundaries]

const most = 32
const longest = 200

const sameWord: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['fort', 'ft'],
  ['mount', 'mt'],
  ['sainte', 'ste']
])

/** The words of a location; at most 32 of its first 200 characters, so that hostile text costs no more. */
export function placeWords(raw: string): PlaceWord[] {
  const text = folded(raw)
  const words: PlaceWord[] = []
  let before: Boundary = boundaries.none
  let at = 0
  while (at < text.length && words.length < most) {
    const code = text.charCodeAt(at)
    if (isWordCode(code)) {
      const end = isIdeograph(code) ? at + 1 : wordEnd(text, at)
      const word = wordOf(text.slice(at, end), before, isIdeograph(code))
      // A capital I between two places is a bar drawn with a letter: `Washington, DC I Orlando, FL`.
      if (word.text === 'i' && word.capitals && words.length > 0) before = boundaries.list
      else {
        words.push(word)
        before = boundaries.none
      }
      at = end
    } else {
      const flag = flagAt(text, at)
      if (flag) {
        words.push({ text: flag.text, before: boundaries.comma, ...flagShape })
        before = boundaries.comma
        at += flag.length
      } else {
        before = Math.max(before, boundaryAt(text, at, code)) as Boundary // One of the two.
        at += 1
      }
    }
  }
  return words
}

const flagShape = { capitals: true, possessive: false, ideograph: false }

const marks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f]|\ufe0f/g
const initials = /(?<![\p{L}\p{N}])(?:\p{L}\. ?){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu
const oneOf: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك'
}
const special = new RegExp(`[${Object.keys(oneOf).join('')}]`, 'g')

/** Without accents, in its own case; `N.Y.` becomes `NY`. */
function folded(raw: string): string {
  let text = raw.length > longest ? raw.slice(0, longest).toWellFormed() : raw
  if (!isAscii(text))
    text = text
      .normalize('NFKD')
      .replace(marks, '')
      .normalize('NFC')
      .replace(special, letter => oneOf[letter] ?? letter)
      .slice(0, longest)
  return text.includes('.') ? text.replace(initials, joinInitials) : text
}

function joinInitials(written: string): string {
  const joined = written.replace(/[. ]/g, '')
  return /[. ]$/.test(written) ? `${joined} ` : joined
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

function wordOf(written: string, before: Boundary, ideograph: boolean): PlaceWord {
  const hasApostrophe = apostrophes.test(written)
  const possessive = hasApostrophe && /['’]s$/i.test(written)
  const bare = hasApostrophe ? written.replaceAll(allApostrophes, '') : written
  const lower = bare.toLowerCase()
  const letters = possessive ? bare.slice(0, -1) : bare
  return {
    text: sameWord.get(lower) ?? lower,
    before,
    capitals: bare !== lower && letters === letters.toUpperCase(),
    possessive,
    ideograph
  }
}

const apostrophes = /['‘’ʻʼ`]/
const allApostrophes = /['‘’ʻʼ`]+/g

function wordEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (isIdeograph(code)) break
    if (isWordCode(code)) end += 1
    else if (isApostrophe(code) && isWordCode(text.charCodeAt(end + 1))) end += 2
    else break
  }
  return end
}

const isApostrophe = (code: number) =>
  code === 0x27 || code === 0x2018 || code === 0x2019 || code === 0x2bb || code === 0x2bc || code === 0x60

const letterOrNumber = /[\p{L}\p{N}\p{M}]/u

function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return code < 0xd800 || code > 0xdfff ? letterOrNumber.test(String.fromCharCode(code)) : false
}

const isIdeograph = (code: number) => code >= 0x3400 && code <= 0x9fff

const lists = new Set([...'/|&+;•·→↔✈_*~<>\n\r¦＋'].map(sign => sign.charCodeAt(0)))
const commas = new Set([...',():[]"、，・“”?!'].map(sign => sign.charCodeAt(0)))

function boundaryAt(text: string, at: number, code: number): Boundary {
  if (lists.has(code)) return boundaries.list
  if (commas.has(code)) return boundaries.comma
  const spaced = text.charCodeAt(at - 1) === 32 || text.charCodeAt(at + 1) === 32
  if (code === 0x2013 || code === 0x2014 || code === 0x2d) return spaced ? boundaries.list : boundaries.none
  // The end of a sentence, not of `St.` or `Wash.`.
  if (code === 46)
    return text.charCodeAt(at + 1) === 32 && isLongWordBefore(text, at) ? boundaries.comma : boundaries.none
  return code > 0x2190 && code !== 0x3000 ? boundaries.comma : boundaries.none
}

function isLongWordBefore(text: string, at: number): boolean {
  for (let back = 1; back <= 5; back++) if (!isWordCode(text.charCodeAt(at - back))) return false
  return true
}

/** 🇫🇷 as `🇫🇷`, and the flags of England, Scotland and Wales by their names. */
function flagAt(text: string, at: number): { readonly text: string; readonly length: number } | undefined {
  if (text.charCodeAt(at) === 0xd83c) {
    const [first, second] = [text.charCodeAt(at + 1) - 0xdde6, text.charCodeAt(at + 3) - 0xdde6]
    if (first >= 0 && first < 26 && text.charCodeAt(at + 2) === 0xd83c && second >= 0 && second < 26)
      return { text: `flag ${String.fromCharCode(97 + first, 97 + second)}`, length: 4 }
    if (text.startsWith('🏴\u{e0067}\u{e0062}', at))
      for (const [tags, name] of nations) if (text.startsWith(tags, at + 6)) return { text: name, length: 14 }
  }
  return undefined
}

const tagged = (letters: string) =>
  [...letters].map(letter => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')
const nations = [
  [tagged('eng'), 'england'],
  [tagged('sct'), 'scotland'],
  [tagged('wls'), 'wales']
] as const
