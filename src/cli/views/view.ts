import type { Emphasis } from '../text/table.ts'

/** How a result is shown: how many lines of a list, and what stands out. */
export type View = {
  readonly limit: number
  readonly bold: Emphasis
  readonly dim: Emphasis
}
