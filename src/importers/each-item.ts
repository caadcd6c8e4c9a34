import type { ImportSink } from './import-format.ts'
import { UnreadableRecord } from './unreadable-record.ts'

/** Reads the items of a page one by one, so that one which cannot be read costs only itself. */
export function eachItem<Item>(sink: ImportSink, items: readonly Item[], read: (item: Item) => void): void {
  for (const item of items) {
    try {
      read(item)
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error
      sink.reject(error.message)
    }
  }
}
