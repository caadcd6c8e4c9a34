/** How a classifier errs, as measured on labelled cases that it never saw. */
export type Confusion = {
  readonly classes: readonly string[]
  /** Of the cases that are truly class i, the share that is said to be class j: `shares[i][j]`; each row sums to 1. */
  readonly shares: readonly (readonly number[])[]
  /** How many cases of each true class that was measured on. */
  readonly cases: readonly number[]
}
