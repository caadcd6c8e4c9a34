/** Cuts a list into lists of at most `size`: a long list of bound values is read more than once by the engine. */
export function* inChunks<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
