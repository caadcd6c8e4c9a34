import { readFileSync } from 'node:fs'
import { openPack, type Pack } from './pack.ts'

/** Every pack of the product: data/models/<name>.pack. */
export const packNames = [
  'languages',
  'more-languages',
  'names',
  'places',
  'account-type',
  'gender',
  'sentiment',
  'adult',
  'interests'
] as const
export type PackName = (typeof packNames)[number]

/** The bytes of the packs, in memory that threads share. */
export type SharedPacks = ReadonlyMap<PackName, Uint8Array>

const folder = new URL('../../../data/models/', import.meta.url)
const bytes = new Map<PackName, Uint8Array>()
const opened = new Map<PackName, Pack>()

/** A pack, read when it is first asked for. */
export function pack(name: PackName): Pack {
  let found = opened.get(name)
  if (!found) {
    found = openPack(bytesOf(name))
    opened.set(name, found)
  }
  return found
}

/** All packs, to be handed to a thread: they are read once in the process. */
export function sharePacks(): SharedPacks {
  return new Map(packNames.map(name => [name, bytesOf(name)]))
}

/** Takes the packs that another thread has read. */
export function takePacks(shared: SharedPacks): void {
  for (const [name, content] of shared) bytes.set(name, content)
}

function bytesOf(name: PackName): Uint8Array {
  let content = bytes.get(name)
  if (!content) {
    const file = readFileSync(new URL(`${name}.pack`, folder))
    content = new Uint8Array(new SharedArrayBuffer(file.length))
    content.set(file)
    bytes.set(name, content)
  }
  return content
}
