import { stripVTControlCharacters } from 'node:util'

const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu
const wide =
  /^(?:\p{Emoji_Presentation}|.\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])/u
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Text that came from outside, safe for a terminal: without control characters, line ends and writing-direction tricks. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(unprintable, ' ').trim()
}

/** How many columns of a terminal the text takes; colours take none. */
export function displayWidth(text: string): number {
  const plain = stripVTControlCharacters(text)
  if (/^[\x20-\x7e]*$/.test(plain)) return plain.length
  let width = 0
  for (const { segment } of graphemes.segment(plain)) width += widthOf(segment)
  return width
}

/** The text cut to a width, with `…` where something was cut. */
export function fit(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment)
    if (used > width - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** A path cut to a width from its front, at a folder where that is possible: the name of the file says most. */
export function fitPath(path: string, width: number): string {
  if (displayWidth(path) <= width) return path
  const slashes = [...path.matchAll(/[/\\]/g)].map(match => path.slice(match.index))
  const kept = slashes.find(rest => displayWidth(rest) < width)
  return kept === undefined ? fit(path.slice(path.search(/[^/\\]*$/)), width) : `…${kept}`
}

/** Fills the text with spaces up to a width. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'left' ? text + space : space + text
}

function widthOf(grapheme: string): number {
  if (wide.test(grapheme)) return 2
  return /^[\p{M}\p{Cf}]+$/u.test(grapheme) ? 0 : 1
}
