import { recordLimit } from '../records/record-limits.ts'

/** Enough to recognise a format, in characters. */
const headLength = 256 * 1024

/** The beginning of a text; `failure` is what ended it early. */
type Head = { readonly text: string; readonly isWhole: boolean; readonly failure?: unknown }

/** Reads the beginning of a text; more of it while it does not hold a whole record (a page of an API on one line). */
export async function readHead(pieces: AsyncGenerator<string>, holdsRecord: (text: string) => boolean): Promise<Head> {
  let text = ''
  let wanted = headLength
  try {
    for (;;) {
      const next = await pieces.next()
      if (next.done) return { text, isWhole: true }
      text += next.value
      if (text.length < wanted) continue
      if (text.length > recordLimit || holdsRecord(text)) return { text, isWhole: false }
      wanted = text.length * 2
    }
  } catch (failure) {
    if (text === '') throw failure
    return { text, isWhole: true, failure }
  }
}

/** The whole text, its beginning first. */
export async function* headAndRest(head: Head, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head.text
  if (head.failure) throw head.failure
  yield* pieces
}
