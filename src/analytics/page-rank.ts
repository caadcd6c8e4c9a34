/** From one account to another, by their numbers 0 … n − 1; weights are positive. */
type WeightedEdge = { readonly from: number; readonly to: number; readonly weight: number }

const damping = 0.85
const tolerance = 1e-10
const mostRounds = 1000

/**
 * PageRank of n accounts (Page, Brin, Motwani, Winograd 1999), damping 0.85. An account passes its rank on in proportion to the
 * weights of its edges; one without edges passes it to everybody alike. The ranks sum to 1; rounds end once all ranks together
 * move by less than 10⁻¹⁰. The same edges in the same order give the same bits.
 */
export function pageRank(n: number, edges: readonly WeightedEdge[]): Float64Array {
  const outWeight = new Float64Array(n)
  for (const { from, weight } of edges) outWeight[from] = at(outWeight, from) + weight
  let ranks = new Float64Array(n).fill(1 / n)
  for (let round = 0; round < mostRounds; round++) {
    let stranded = 0
    for (let account = 0; account < n; account++) if (at(outWeight, account) === 0) stranded += at(ranks, account)
    const next = new Float64Array(n).fill((1 - damping + damping * stranded) / n)
    for (const { from, to, weight } of edges) {
      next[to] = at(next, to) + (damping * at(ranks, from) * weight) / at(outWeight, from)
    }
    const moved = next.reduce((sum, rank, account) => sum + Math.abs(rank - at(ranks, account)), 0)
    ranks = next
    if (moved < tolerance) break
  }
  return ranks
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0
}
