import { firstName } from '../names/first-names.ts'

// Before a name these say that it is the author's own.
const introducing = new Set(
  "i'm im am name name's named called call me is aka ig insta instagram snap snapchat sc kik fb facebook : hi soy nombre sou".split(
    ' '
  )
)
const between = /^(?:[|/•·.~-]|\d\d)$/
const behindFirst = /^(?:[|/•·,.~&-]+|\d\d)$/
const read = 30 // Tokens: people introduce themselves at the beginning.
const shortest = 3

/** First names that a description gives as its author's: at the start (`Ann | 23`), behind `I'm`, or between separators. */
export function addOwnNames(tokens: readonly string[], add: (sign: string) => void): void {
  for (let at = 0; at < Math.min(tokens.length, read); at++) {
    const place = placeOf(tokens, at)
    const token = tokens[at] as string
    if (place === undefined || token.length < shortest) continue
    const name = firstName(token)
    if (!name || name.strength < 0.6 || Math.abs(name.female - 0.5) < 0.35) continue
    const sex = name.female > 0.5 ? 'female' : 'male'
    add(sex)
    add(`${sex} ${place}`)
    if (at === 0 && behindFirst.test(tokens[1] ?? '')) add(`${sex} alone`)
  }
}

function placeOf(tokens: readonly string[], at: number): string | undefined {
  if (at === 0) return 'first'
  const before = tokens[at - 1] as string
  if (introducing.has(before)) return 'introduced'
  return between.test(before) && between.test(tokens[at + 1] ?? '') ? 'between' : undefined
}
