/** The inverse of a small square matrix by Gauss and Jordan, with pivots; nothing when it has none. */
export function invert(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))])
  for (let column = 0; column < size; column++) {
    const below = rows.slice(column).map(row => Math.abs(row[column] ?? 0))
    const at = column + below.indexOf(Math.max(...below))
    const pivot = rows[at]
    const other = rows[column]
    if (!pivot || !other || Math.abs(pivot[column] ?? 0) < 1e-9) return undefined
    rows[at] = other
    rows[column] = pivot.map(value => value / (pivot[column] ?? 1))
    for (let i = 0; i < size; i++) {
      const row = rows[i]
      const factor = row?.[column] ?? 0
      if (i === column || !row || factor === 0) continue
      rows[i] = row.map((value, k) => value - factor * (rows[column]?.[k] ?? 0))
    }
  }
  return rows.map(row => row.slice(size))
}
