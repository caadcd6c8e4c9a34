/** One line of the table of accuracy. */
export type AccuracyRow = {
  /** What was measured, on what: `gender from display name, 3,120 names`. */
  readonly what: string
  /** Cases. */
  readonly n: number
  /** By name, as they are printed: `accuracy`: `97.2 %`. */
  readonly figures: Readonly<Record<string, string>>
  /** What a trivial answer would reach. */
  readonly baseline: string
  /** What others published. */
  readonly anchor: string
  readonly target: string
  readonly reached?: boolean
}

/** One trait's part of the table: a file of this folder with this as its default export. */
export type AccuracyBench = {
  readonly trait: string
  run(): Promise<AccuracyRow[]>
}
