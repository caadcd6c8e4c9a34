import { type FirstName, find } from '../names/first-names.ts'
import { foldName } from '../names/fold-name.ts'

/** A first name found in a handle, and how: a part of its own (`ann_doe`, `AnnDoe`), at the beginning, or inside. */
type HandleName = FirstName & { readonly where: 'part' | 'start' | 'inside'; readonly length: number }

const longestName = 11

/** The first name that a handle most likely contains. */
export function nameInHandle(handle: string | null): HandleName | undefined {
  if (handle === null) return undefined
  const parts = handle
    .slice(0, 40)
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}]+/u)
    .filter(part => part.length > 1)
    .map(foldName)
  for (const part of parts) {
    const found = part.length > 2 ? find(part) : undefined
    if (found && found.strength > 0.4) return { ...found, where: 'part', length: part.length }
  }
  return inOne(parts[0] ?? '', 0, 4, 0.5, 'start') ?? inside(parts.join(''))
}

function inOne(text: string, from: number, shortest: number, least: number, where: 'start' | 'inside') {
  for (let length = Math.min(longestName, text.length - from); length >= shortest; length--) {
    const found = find(text, from, from + length)
    if (found && found.strength > least) return { ...found, where, length }
  }
  return undefined
}

function inside(text: string): HandleName | undefined {
  for (let from = 1; from < text.length - 4; from++) {
    const found = inOne(text, from, 5, 0.7, 'inside')
    if (found) return found
  }
  return undefined
}
