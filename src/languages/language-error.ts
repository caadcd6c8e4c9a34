/**
 * A text that does not follow its language: the line and the column (both from 1; a column is a UTF-16 unit, as editors
 * count) and what was expected there, in a sentence that a caller can act on.
 */
export class LanguageError extends Error {
  override readonly name = 'LanguageError'
  readonly line: number
  readonly column: number
  readonly expected: string

  /** `message` for a language that has a sentence of its own. */
  constructor(
    place: { line: number; column: number },
    expected: string,
    found: string,
    message = `Line ${place.line}, column ${place.column}: expected ${expected}, found ${found}`
  ) {
    super(message)
    this.line = place.line
    this.column = place.column
    this.expected = expected
  }
}

/** The same, from an offset into the text; what was found is read off the text unless the caller knows better. */
export function languageErrorAt(text: string, offset: number, expected: string, found = foundAt(text, offset)) {
  return new LanguageError(placeOf(text, offset), expected, found)
}

// Lines are counted only when something is wrong: counting them for every token would slow every good text down.
export function placeOf(text: string, offset: number) {
  let line = 1
  let lineStart = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1 }
}

export function foundAt(text: string, offset: number) {
  const code = text.codePointAt(offset)
  if (code === undefined) return 'the end of the text'
  if (code === 0x0a) return 'a new line'
  if (code === 0x22) return 'a quotation mark'
  const word = /^[\p{L}\p{N}_-]{1,20}/u.exec(text.slice(offset, offset + 20))?.[0]
  return quotedForPeople(word ?? String.fromCodePoint(code))
}

/** A short piece of the text in quotation marks; what would not show on a screen by its code point. */
export function quotedForPeople(piece: string) {
  const short = piece.length > 40 ? `${piece.slice(0, 40)}…` : piece
  const visible = short.replace(/[\p{C}\p{Z}]/gu, char => (char === ' ' ? char : codePointName(char)))
  return `"${visible}"`
}

function codePointName(char: string) {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
