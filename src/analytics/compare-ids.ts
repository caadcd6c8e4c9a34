import { nativeIdOf, type ProfileId } from '../model/ids.ts'

/** The order of ids among equals: numeric native ids by number, others as text. */
export function compareIds(one: ProfileId, other: ProfileId): number {
  const [a, b] = [numberOf(one), numberOf(other)]
  if (a !== b) return a < b ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}

function numberOf(id: ProfileId): bigint {
  const native = nativeIdOf(id)
  return /^\d+$/.test(native) ? BigInt(native) : 0n
}
