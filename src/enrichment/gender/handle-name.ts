import { find } from '../names/first-names.ts'
import { foldName } from '../names/fold-name.ts'

/** A first name found in a handle, and how: a part of its own (`ann_doe`, `AnnDoe`), a later one, at an end of a part, or inside. */
export type HandleName = {
  readonly female: number
  readonly strength: number
  readonly where: 'part' | 'later part' | 'start' | 'end' | 'inside'
  readonly length: number
  /** How much it tells: well-known and long names more, those cut out of a word less. */
  readonly weight: number
}

const longestHandle = 40
const longestName = 11
const letterOfDigit: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' }

/** The words of a handle in small plain letters: digits for letters and letters drawn out are undone, `xX` around it is dropped. */
export function partsOfHandle(handle: string): readonly string[] {
  return withoutFrame(handle.slice(0, longestHandle))
    .replace(/(?<=\p{L})[01345](?=\p{L})/gu, digit => letterOfDigit[digit] as string)
    .replace(/(\p{L})\1{2,}/giu, '$1')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}]+/u)
    .filter(part => part.length > 1)
    .map(foldName)
}

function withoutFrame(handle: string): string {
  const framed = /^x{1,3}(.{4,}?)x{1,3}$/i.exec(handle)
  return framed ? (framed[1] as string) : handle
}

// How well known a name must be to be found there, and how much less it tells.
const places = {
  part: { least: 0.3, counts: 1 },
  'later part': { least: 0.3, counts: 1 },
  start: { least: 0.5, counts: 0.7 },
  end: { least: 0.6, counts: 0.5 },
  inside: { least: 0.7, counts: 0.4 }
} as const

/** The first names that the words of a handle may be or hold, those that tell most first. */
export function namesInHandle(parts: readonly string[]): readonly HandleName[] {
  const found: HandleName[] = []
  for (const [at, part] of parts.entries()) {
    if (part.length > 2) add(found, nameAt(part, 0, part.length, at === 0 ? 'part' : 'later part'))
    if (part.length < 5) continue
    add(
      found,
      longest(part, 4, length => nameAt(part, 0, length, 'start'))
    )
    add(
      found,
      longest(part, 4, length => nameAt(part, part.length - length, part.length, 'end'))
    )
  }
  if (found.length === 0) addInside(found, parts.join(''))
  return found.sort((one, other) => other.weight - one.weight)
}

function add(found: HandleName[], name: HandleName | undefined) {
  if (name) found.push(name)
}

function longest(text: string, shortest: number, nameOf: (length: number) => HandleName | undefined) {
  for (let length = Math.min(longestName, text.length - 1); length >= shortest; length--) {
    const name = nameOf(length)
    if (name) return name
  }
  return undefined
}

function addInside(found: HandleName[], text: string) {
  for (let from = 1; from < text.length - 4; from++)
    for (let to = Math.min(from + longestName, text.length - 1); to >= from + 5; to--)
      add(found, nameAt(text, from, to, 'inside'))
}

function nameAt(text: string, from: number, to: number, where: HandleName['where']): HandleName | undefined {
  const { least, counts } = places[where]
  const name = find(text, from, to)
  if (!name || name.strength <= least) return undefined
  const { female, strength } = name
  const length = to - from
  return { female, strength, where, length, weight: strength * strength * counts * Math.min(1, (length - 1) / 5) }
}
