import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readCsv } from '../../bench/read-csv.ts'

const shared = new URL('../../../shared/data/', import.meta.url)

/** Whether the labelled data is at hand: without it the packs that learn from it stay as they are. */
export const hasSharedData = () => existsSync(shared)

/** Rows of a labelled CSV file, by column. */
export const sharedRows = (file: string): Record<string, string>[] => readCsv(textOf(file))

/** Records of a file of JSON lines; their shape is the caller's business. */
export const sharedRecords = <Record>(file: string): Record[] =>
  textOf(file)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

function textOf(file: string): string {
  const bytes = readFileSync(new URL(file, shared))
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}
