import { createHash } from 'node:crypto'
import type { Privacy } from '../analytics/privacy.ts'
import type { TraitSettings } from '../model/traits.ts'
import { engineVersion } from './engine-version.ts'

/** All that makes two questions the same one. */
export type Question = {
  readonly accountId: string
  readonly job: string
  /** Sorted ids, options with their defaults filled in. */
  readonly request: unknown
  readonly corpusRevision: number
  /** What an answer may tell: with other limits it is another answer. */
  readonly privacy: Privacy
  readonly traits: TraitSettings
  /** 0, or the number of an execution that was asked for anew. */
  readonly fresh: number
}

// Crockford's base 32: no letter that is easily misread.
const digits = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 26

/** 26 lower-case letters and digits: 130 bits of a SHA-256 over the question and the engine's version. */
export function fingerprint(question: Question): string {
  const { accountId, job, request, corpusRevision, privacy, traits, fresh } = question
  const { minAuthors, minTotal, roundTo, jitterKey } = privacy
  const limits = [minAuthors, minTotal, roundTo, jitterKey, traits]
  const text = canonicalJson([accountId, job, request, corpusRevision, limits, engineVersion, fresh])
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 34)
  let bits = BigInt(`0x${hash}`) >> 6n // 34 hexadecimal digits are 136 bits.
  let answer = ''
  for (let i = 0; i < length; i++) {
    answer = digits.charAt(Number(bits & 31n)) + answer
    bits >>= 5n
  }
  return answer
}

/** Whether a text that a client wrote can name an execution at all. */
export const isExecutionId = (text: string) => /^[0-9a-z]{26}$/.test(text)

/** JSON whose text does not depend on the order in which members were written. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member
  )
}
