/** A row of an answer: what names it and its figures, null where a figure is not known. */
export type Row = { readonly unique_authors: number; readonly [member: string]: string | number | null }

/** Largest first by a figure, unknown ones last; ties by people, then by what names them. */
export function sortRows<Sorted extends Row>(
  rows: readonly Sorted[],
  figure: string,
  keys: readonly string[]
): Sorted[] {
  return rows.toSorted(
    (one, other) =>
      compareFigures(one[figure], other[figure]) ||
      other.unique_authors - one.unique_authors ||
      compareTexts(keys.map(key => one[key]).join('\n'), keys.map(key => other[key]).join('\n'))
  )
}

function compareFigures(one: Row[string] | undefined, other: Row[string] | undefined): number {
  const a = typeof one === 'number' ? one : Number.NEGATIVE_INFINITY
  const b = typeof other === 'number' ? other : Number.NEGATIVE_INFINITY
  return a === b ? 0 : b - a
}

// By code units, the same on every machine.
function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

export function readSortBy(value: unknown, figures: readonly string[], otherwise: string, errors: string[]): string {
  if (value === undefined) return otherwise
  const figure = figures.find(name => name === value)
  if (figure === undefined) errors.push(`sort_by is invalid; valid values are: ${figures.join(',')}`)
  return figure ?? otherwise
}
