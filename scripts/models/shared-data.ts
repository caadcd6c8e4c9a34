import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readCsv } from '../../bench/read-csv.ts'

const shared = new URL('../../../shared/data/', import.meta.url)

/** Whether the labelled data is at hand: without it the packs that learn from it stay as they are. */
export const hasSharedData = () => existsSync(shared)

/** Rows of a labelled set, by column. */
export function sharedRows(file: string): Record<string, string>[] {
  return readCsv(gunzipSync(readFileSync(new URL(file, shared))).toString())
}
