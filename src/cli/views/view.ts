import type { Emphasis } from '../text/table.ts'

/** How a result is shown: how many lines of a list, and what stands out. */
export type View = {
  readonly limit: number
  /** Columns of the terminal; a table leaves out what does not fit. */
  readonly width: number
  /** What accounts that stand as bare ids are called. */
  readonly names?: ReadonlyMap<string, string>
  readonly bold: Emphasis
  readonly dim: Emphasis
}
