import { isUtf8 } from 'node:buffer'

/** Stands in the text where bytes were that are no text: not UTF-8, or NUL. Unicode keeps this code point for no one. */
export const damageMark = '\uFFFE'

type Utf8Decoder = { push(bytes: Buffer): string; end(): string; readonly hasDamage: boolean }

/** Decodes UTF-8 as it arrives. A byte order mark is left out; what is no text becomes a damageMark. */
export function utf8Decoder(): Utf8Decoder {
  let rest: Buffer = Buffer.alloc(0)
  let isFirst = true
  let hasDamage = false

  function decode(bytes: Buffer): string {
    if (bytes.length === 0) return ''
    const isClean = isUtf8(bytes) && !bytes.includes(0)
    hasDamage ||= !isClean
    const text = isClean ? bytes.toString('utf8') : decodeDamaged(bytes)
    const start = isFirst && text.startsWith('\uFEFF') ? 1 : 0
    isFirst = false
    return text.slice(start)
  }

  return {
    push(bytes) {
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      const end = lastWholeCharacter(all)
      rest = all.subarray(end)
      return decode(all.subarray(0, end))
    },
    end: () => decode(rest),
    get hasDamage() {
      return hasDamage
    }
  }
}

/** Line by line, so that a replacement character which a sound line really holds stays what it is. */
function decodeDamaged(bytes: Buffer): string {
  let text = ''
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length
    const line = bytes.subarray(start, end)
    const decoded = line.toString('utf8').replaceAll('\0', damageMark)
    text += isUtf8(line) ? decoded : decoded.replaceAll('\uFFFD', damageMark)
    start = end
  }
  return text
}

/** Where the bytes end that make whole characters: the last one may still be incomplete. */
function lastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return size > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}
