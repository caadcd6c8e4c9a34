import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs'
import { promisify } from 'node:util'
import { openPack, type Pack } from './pack.ts'

/** Every pack of the product: data/models/<name>.pack. */
export const packNames = [
  'languages',
  'more-languages',
  'names',
  'birth-years',
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

/** Reads all packs beside whatever else is done: the pages of 15 MB of fresh memory are a large part of the start. */
export async function readPacksAhead(): Promise<void> {
  const missing = packNames.filter(name => !bytes.has(name))
  await Promise.all(
    missing.map(async name => {
      const content = await readSharedAhead(fileOf(name))
      if (!bytes.has(name)) bytes.set(name, content)
    })
  )
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
    content = readShared(fileOf(name))
    bytes.set(name, content)
  }
  return content
}

const fileOf = (name: PackName) => new URL(`${name}.pack`, folder)

/** A file's bytes, read to where they stay: 16 MB copied once more take as long again. */
function readShared(file: URL): Uint8Array {
  const descriptor = openSync(file, 'r')
  try {
    const content = new Uint8Array(new SharedArrayBuffer(fstatSync(descriptor).size))
    for (let at = 0; at < content.length; ) {
      const read = readSync(descriptor, content, at, content.length - at, at)
      if (read === 0) throw new Error(`${file.pathname} ended early`)
      at += read
    }
    return content
  } finally {
    closeSync(descriptor)
  }
}

/** As `readShared`, by the threads that Node reads files with; they begin at once, whatever the caller goes on to do. */
async function readSharedAhead(file: URL): Promise<Uint8Array> {
  const descriptor = openSync(file, 'r')
  try {
    const content = new Uint8Array(new SharedArrayBuffer(fstatSync(descriptor).size))
    for (let at = 0; at < content.length; ) {
      const { bytesRead } = await readSome(descriptor, content, at, content.length - at, at)
      if (bytesRead === 0) throw new Error(`${file.pathname} ended early`)
      at += bytesRead
    }
    return content
  } finally {
    closeSync(descriptor)
  }
}

const readSome = promisify(read)
