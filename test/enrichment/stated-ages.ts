import { heldOut, heldOutLater } from './stated-ages-held-out.ts'
import { cases } from './stated-ages-made-with.ts'

/** An invented description, read in 2020, and the year of birth that it states, if any. */
export type StatedAge = { readonly lang: string; readonly text: string; readonly born: number | undefined }

/** The cases with which the patterns were made. */
export const statedAges = listOf(cases)
/** Cases that were not used to make them. */
export const statedAgesHeldOut = [...listOf(heldOut), ...listOf(heldOutLater)]

function listOf(lists: Readonly<Record<string, string>>): StatedAge[] {
  return Object.entries(lists).flatMap(([lang, lines]) =>
    lines
      .trim()
      .split('\n')
      .map(line => {
        const at = line.indexOf(' | ')
        const born = line.slice(0, at)
        return { lang, text: line.slice(at + 3), born: born === '-' ? undefined : Number(born) }
      })
  )
}
