import { isObject, type JsonObject } from '../../json-object.ts'

export type Ranking = JsonObject & { readonly items: readonly JsonObject[] }

/** A ranking lists items that have a rank, or is empty. */
export function isRanking(value: unknown): value is Ranking {
  return isObject(value) && Array.isArray(value.items) && 'totalItems' in value && value.items.every(isObject)
}

export function isRankingOfRankings(value: unknown): value is Ranking {
  return isRanking(value) && value.items.length > 0 && value.items.every(isRanking)
}

/** A field aggregation: shares by value, numbers only. */
export function isShares(value: unknown): value is Record<string, number> {
  return isObject(value) && Object.values(value).every(share => typeof share === 'number' && share >= 0 && share <= 1)
}

export function isProfile(value: unknown): value is JsonObject {
  return isObject(value) && value.type === 'profile' && typeof value.id === 'string'
}

/** The member at a path, or nothing where the way there ends. */
export function memberAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value
  )
}

export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = memberAt(value, ...path)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}
