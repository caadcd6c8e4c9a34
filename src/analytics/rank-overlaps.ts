import { roundTo } from './round-to.ts'

/** Pairs of accounts by how far their followers are the same people (Jaccard 1901: common ÷ together), most alike first. */
export function rankOverlaps(
  pairs: readonly { readonly one: string; readonly other: string; readonly common: number }[],
  followers: ReadonlyMap<string, number>
) {
  const items = pairs
    .map(({ one, other, common }) => {
      const union = (followers.get(one) ?? 0) + (followers.get(other) ?? 0) - common
      return { one, other, common, union, jaccard: roundTo(common / union, 6) }
    })
    .sort((a, b) => b.jaccard - a.jaccard || b.common - a.common || (a.one + a.other < b.one + b.other ? -1 : 1))
    .map((pair, index) => ({ rank: index + 1, ...pair }))
  return { totalItems: items.length, items }
}
