/** A number as results print it: so many digits behind the point. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
