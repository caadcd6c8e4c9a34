import { setImmediate } from 'node:timers/promises'

/** The longest that this keeps other work of the process waiting, but for a single item. */
const sliceMs = 15

/** What is made of each item, in their order; others have their turn in between. */
export async function inSlices<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Promise<Made[]> {
  const made: Made[] = []
  let sliceEnd = performance.now() + sliceMs
  for (const item of items) {
    made.push(make(item))
    if (performance.now() < sliceEnd) continue
    await setImmediate()
    sliceEnd = performance.now() + sliceMs
  }
  return made
}
