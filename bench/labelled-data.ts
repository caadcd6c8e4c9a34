import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** The folder that a bench was given, or the shared data beside the repository. */
const argument = process.argv.slice(2).find(word => !word.startsWith('--'))
const folder = argument ? pathToFileURL(`${argument}/`) : new URL('../../shared/data/', import.meta.url)

function textOf(file: string) {
  const bytes = readFileSync(new URL(file, folder))
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}

/** The records of a JSON-lines file; their shape is the caller's business. */
export const jsonLines = <Record>(file: string): Record[] =>
  textOf(file)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

export const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
