import { fileURLToPath } from 'node:url'
import { fileKey } from '../../importers/file-key.ts'
import type { ApiClient } from '../api-client.ts'
import { importFile } from '../import-file.ts'
import { fileSource } from '../import-source.ts'
import type { Terminal } from '../terminal.ts'
import { formatCount, formatDuration } from '../text/figures.ts'
import type { DemoFolder } from './demo-folder.ts'

// Profiles first: what comes later refers to them.
const files = [
  'profiles.jsonl.gz',
  'mentioned-accounts.csv.gz',
  'follows.csv.gz',
  'posts.jsonl.gz',
  'interactions.csv.gz'
]

/** The bundled files are sound, and a test imports them. */
const onReject = async () => {}

/** Reads the bundled files that are not in yet and answers a line about each, or one line when all are in. */
export async function importCorpus(
  api: ApiClient,
  corpus: URL,
  folder: DemoFolder,
  terminal: Terminal,
  signal: AbortSignal
): Promise<string[]> {
  const lines: string[] = []
  for (const file of files) {
    const path = fileURLToPath(new URL(file, corpus))
    const key = await fileKey(path)
    if (folder.imported.includes(key)) continue
    const settings = { query: {}, onReject, signal }
    const { counts, seconds } = await importFile(api, await fileSource(path), settings, terminal)
    folder.remember(key)
    const kinds = Object.entries(counts).filter(([, count]) => count > 0)
    const brought = kinds.map(([kind, count]) => `${formatCount(count)} ${kind}`).join(', ')
    lines.push(`  ${file.padEnd(28)}${brought.padEnd(44)}${formatDuration(seconds * 1000)}`)
  }
  return lines.length > 0 ? lines : ['  All files are in already.']
}
