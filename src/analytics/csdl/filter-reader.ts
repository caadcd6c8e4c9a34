import { wordsOf } from '../../languages/csdl/words.ts'
import { fold } from './fold.ts'

/** What a target says of an interaction: missing is '', an empty list, null or NaN. A point is latitude and longitude. */
export type FilterValue = string | number | readonly (string | number | null)[] | null | undefined

/** One text as conditions read it; each reading is worked out when it is first asked for, once for all conditions. */
export type TextReading = {
  readonly text: string
  readonly folded: string
  words(keepsCase: boolean): readonly string[]
}

/** The values of one interaction, each read once for all conditions. */
export type FilterReader = {
  value(target: string, asNumber: boolean): FilterValue
  /** A value's texts; one for a text, none for a number. */
  texts(target: string, asNumber: boolean): readonly TextReading[]
}

export function filterReader(read: (target: string, asNumber: boolean) => FilterValue): FilterReader {
  const known = new Map<string, readonly TextReading[]>()
  return {
    value: read,
    texts(target, asNumber) {
      let readings = known.get(target)
      if (!readings) {
        const value = read(target, asNumber)
        const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : []
        readings = texts.map(textReading)
        known.set(target, readings)
      }
      return readings
    }
  }
}

function textReading(text: string): TextReading {
  let folded: string | undefined
  const words: (readonly string[] | undefined)[] = []
  return {
    text,
    get folded() {
      folded ??= fold(text)
      return folded
    },
    words(keepsCase) {
      const at = keepsCase ? 0 : 1
      const found = words[at] ?? wordsOf(keepsCase ? text : this.folded)
      words[at] = found
      return found
    }
  }
}
