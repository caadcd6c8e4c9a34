/** Logistic regression by Newton's method with a penalty on the square of each weight; the last column should be a constant 1. */
export function fitLogistic(
  rows: readonly Float64Array[],
  labels: readonly boolean[],
  penalties: readonly number[]
): Float64Array {
  const width = penalties.length
  const weights = new Float64Array(width)
  for (let turn = 0; turn < 10; turn++) {
    const gradient = Float64Array.from(penalties, (penalty, j) => penalty * (weights[j] as number))
    const curvature = penalties.map((penalty, j) => {
      const row = new Float64Array(j + 1)
      row[j] = penalty
      return row
    })
    for (const [at, row] of rows.entries()) {
      const said = 1 / (1 + Math.exp(-dot(row, weights)))
      const error = said - (labels[at] ? 1 : 0)
      const spread = said * (1 - said)
      for (let j = 0; j < width; j++) {
        const value = row[j] as number
        if (value === 0) continue
        gradient[j] = (gradient[j] as number) + error * value
        const line = curvature[j] as Float64Array
        for (let i = 0; i <= j; i++) line[i] = (line[i] as number) + spread * value * (row[i] as number)
      }
    }
    const step = solve(curvature, gradient)
    for (let j = 0; j < width; j++) weights[j] = (weights[j] as number) - (step[j] as number)
    if (step.every(size => Math.abs(size) < 1e-4)) break
  }
  return weights
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number)
  return sum
}

/** Solves a symmetric positive system, given by its lower triangle, by Cholesky's method; overwrites it. */
function solve(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const width = right.length
  const solution = Float64Array.from(right)
  const at = (row: number, column: number) => lower[row]?.[column] as number
  for (let j = 0; j < width; j++) {
    const line = lower[j] as Float64Array
    for (let i = 0; i <= j; i++) {
      const other = lower[i] as Float64Array
      let sum = line[i] as number
      for (let k = 0; k < i; k++) sum -= (line[k] as number) * (other[k] as number)
      line[i] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other[i] as number)
    }
  }
  for (let j = 0; j < width; j++) {
    let sum = solution[j] as number
    for (let k = 0; k < j; k++) sum -= at(j, k) * (solution[k] as number)
    solution[j] = sum / at(j, j)
  }
  for (let j = width - 1; j >= 0; j--) {
    let sum = solution[j] as number
    for (let k = j + 1; k < width; k++) sum -= at(k, j) * (solution[k] as number)
    solution[j] = sum / at(j, j)
  }
  return solution
}
