import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Conflict } from '../../errors.ts'

/** What the demo remembers between two runs: the token that it shows, and which files are in. */
type Memory = { readonly token: string; readonly imported: readonly string[] }

export type DemoFolder = Memory & {
  /** Notes that a file is in, so that a second run passes over it. */
  remember(fileKey: string): void
}

/**
 * The demo's own data folder, marked as such by `demo.json`, which only the owner can read. Throws Conflict for a folder that
 * holds other data: the demo corpus must not get among it.
 */
export function openDemoFolder(home: string, presetToken: string): DemoFolder {
  const file = path.join(home, 'demo.json')
  if (existsSync(path.join(home, 'demograph.db')) && !existsSync(file)) {
    throw new Conflict(`${home} holds other data. Set DEMOGRAPH_HOME to an empty folder for the demo, or leave it out.`)
  }
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const before = readMemory(file)
  const token = presetToken || before?.token || randomBytes(16).toString('hex')
  const imported = [...(before?.imported ?? [])]
  const save = () => writeFileSync(file, JSON.stringify({ token, imported }), { mode: 0o600 })
  save()
  return {
    token,
    imported,
    remember(fileKey) {
      imported.push(fileKey)
      save()
    }
  }
}

function readMemory(file: string): Memory | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // The first run, or one that was killed while it wrote: the demo begins anew.
  }
}
