/** A list of words, as the bit that it has in `ReadText.lists`. */
export type WordList = number

const listsByWord = new Map<string, WordList>()
const mostLists = 31 // Bits of a small integer.
let lists = 0
let readInHashtags = 0

/**
 * Enters a list of words in small letters. All lists stand in one table, so that a word is looked up once, when its text is read, and not
 * once for each trait; with `inHashtags`, `#word` stands in the list too.
 */
export function enterWordList(words: Iterable<string>, { inHashtags = false } = {}): WordList {
  if (lists === mostLists) throw new TypeError(`no more than ${mostLists} lists of words fit into one number`)
  const list = 1 << lists++
  if (inHashtags) readInHashtags |= list
  for (const word of words) {
    listsByWord.set(word, (listsByWord.get(word) ?? 0) | list)
    likely[sketchOf(word)] = 1
  }
  return list
}

const sketches = 1 << 14
/** Told by three letters and the length: most words stand in no list, and cost no look into the table. */
const likely = new Uint8Array(sketches)

function sketchOf(word: string): number {
  const last = word.length - 1
  const letters = word.charCodeAt(0) + 37 * word.charCodeAt(last >> 1) + 1369 * word.charCodeAt(last)
  return (letters + 31 * last) & (sketches - 1)
}

const listsOf = (word: string) => (likely[sketchOf(word)] === 0 ? 0 : (listsByWord.get(word) ?? 0))

/** The lists that a token stands in, as bits. */
export function wordListsOf(token: string): number {
  const found = listsOf(token)
  if (token.charCodeAt(0) !== 0x23 || token.length === 1) return found
  return found | (listsOf(token.slice(1)) & readInHashtags)
}
