import { createHmac } from 'node:crypto'
import type { BoundValues } from './bound-values.ts'

/**
 * What counts of people may tell. The one place for redaction and rounding: whatever is counted of authors or followers by what is
 * inferred of them, or by what they wrote, is published through the functions here. docs/privacy.md says what that is worth.
 */
export type Privacy = {
  /** A data point of fewer unique authors is left out; 1 = off. */
  readonly minAuthors: number
  /** A whole result of fewer unique authors tells nothing but that; 1 = off. */
  readonly minTotal: number
  /** Counts are rounded down to a multiple of this; 1 = off. */
  readonly roundTo: number
  /** The secret that shifts the boundaries of rounding; '' = they are the multiples themselves. */
  readonly jitterKey: string
}

/** For data without persons, and to compare with plain counts. */
export const noPrivacy: Privacy = { minAuthors: 1, minTotal: 1, roundTo: 1, jitterKey: '' }

/** How many interactions there are, and by how many people. */
export type Counts = { readonly interactions: number; readonly unique_authors: number }

/** What counts are of: a question in its normal form, and which point of its answer. Only the jitter looks at it. */
type Subject = { readonly question: string; readonly point: string }

/** The number of people as it may be published; undefined: it may not. `least` is minAuthors or minTotal. */
export function publishPeople(people: number, least: number, privacy: Privacy, subject: Subject): number | undefined {
  return publishCounts({ interactions: people, unique_authors: people }, least, privacy, subject)?.unique_authors
}

/** Both counts as they may be published; undefined: they may not. */
export function publishCounts(exact: Counts, least: number, privacy: Privacy, subject: Subject): Counts | undefined {
  const { roundTo } = privacy
  const authors = exact.unique_authors
  const left = authors - boundaryShift(privacy, subject)
  if (left < least) return undefined
  const interactions = authors === 0 ? 0 : Number((BigInt(exact.interactions) * BigInt(left)) / BigInt(authors))
  return {
    interactions: Math.floor(interactions / roundTo) * roundTo,
    unique_authors: Math.floor(left / roundTo) * roundTo
  }
}

/** Columns or expressions of exact counts, and the text that names the point. */
type ExactSql = { readonly interactions: string; readonly authors: string; readonly point: string }

/** The same rules in ClickHouse's SQL: a condition, and both counts, which are 0 where it does not hold. */
export function publishSql(
  exact: ExactSql,
  least: number,
  privacy: Privacy,
  question: string,
  values: BoundValues
): { readonly isShown: string; readonly interactions: string; readonly unique_authors: string } {
  const roundTo = values.bind(privacy.roundTo, 'UInt32')
  const shift = shiftSql(exact.point, privacy, question, values)
  const left = shift === '' ? `toInt64(${exact.authors})` : `(toInt64(${exact.authors}) - ${shift})`
  const isShown = `${left} >= ${values.bind(least, 'UInt32')}`
  const interactions =
    shift === ''
      ? exact.interactions
      : `intDiv(toInt128(${exact.interactions}) * ${left}, greatest(toInt64(${exact.authors}), 1))`
  const rounded = (count: string) => `if(${isShown}, toUInt64(intDiv(${count}, ${roundTo}) * ${roundTo}), 0)`
  return { isShown, interactions: rounded(interactions), unique_authors: rounded(left) }
}

// A shift is the sum of two numbers of 0 to roundTo - 1. A single one would have sharp edges: near them a few hundred questions
// told a count of 100 k from one of 100 k + 1, where now it takes some ten thousand. It is taken off before rounding down, so what
// is published is never more than there is; interactions give way in the same proportion, because an author has several.
//
// It hangs on the secret and on the question, not on who the authors are. A hash of the set of authors would be worse than none:
// two questions that differ by one person then round alike only where that person is in neither, and any difference betrays him.
function boundaryShift({ jitterKey, roundTo }: Privacy, { question, point }: Subject): number {
  if (jitterKey === '' || roundTo === 1) return 0
  const hash = createHmac('sha256', questionKey(jitterKey, question)).update(point).digest()
  return (hash.readUInt32LE(0) % roundTo) + (hash.readUInt32LE(4) % roundTo)
}

function shiftSql(point: string, { jitterKey, roundTo }: Privacy, question: string, values: BoundValues): string {
  if (jitterKey === '' || roundTo === 1) return ''
  const key = questionKey(jitterKey, question)
  const halves = [key.readBigUInt64LE(0), key.readBigUInt64LE(8)].map(half => values.bind(String(half), 'UInt64'))
  const hash = `sipHash64Keyed((${halves.join(', ')}), ${point})`
  const step = values.bind(roundTo, 'UInt32')
  return `toInt64(${hash} % ${step} + bitShiftRight(${hash}, 32) % ${step})`
}

function questionKey(jitterKey: string, question: string): Buffer {
  return createHmac('sha256', jitterKey).update(question).digest()
}
