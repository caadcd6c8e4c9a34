import { alignedAfter, type PackManifest, type SectionArray, type SectionType, sectionTypes } from './pack-format.ts'

/** A model or a table, opened: a view of its bytes, which all threads share. */
export type Pack = {
  readonly manifest: PackManifest
  /** A section as the typed array that it was written as; throws TypeError when there is no such section. */
  section<Type extends SectionType>(name: string, type: Type): InstanceType<(typeof sectionTypes)[Type]>
  /** A section of UTF-8 text. */
  text(name: string): string
}

/** Opens the bytes of a pack, without copying them. Throws TypeError when they are none. */
export function openPack(bytes: Uint8Array): Pack {
  const lineEnd = bytes.indexOf(10)
  const manifest = JSON.parse(decode(bytes.subarray(0, lineEnd))) as PackManifest // Our own build wrote it.
  const sections = new Map<string, SectionArray>()
  let offset = alignedAfter(lineEnd + 1)
  for (const { name, type, length } of manifest.sections) {
    const View = sectionTypes[type]
    // A typed array looks at shared memory as at any other; its types forbid it.
    sections.set(name, new View(bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length))
    offset = alignedAfter(offset + length * View.BYTES_PER_ELEMENT)
  }
  const section = (name: string, type: SectionType) => {
    const found = sections.get(name)
    if (!(found instanceof sectionTypes[type])) throw new TypeError(`pack ${manifest.name} has no ${type} ${name}`)
    return found
  }
  return {
    manifest,
    section: (name, type) => section(name, type) as never, // instanceof has told.
    text: name => decode(section(name, 'uint8') as Uint8Array)
  }
}

/** UTF-8 bytes of a pack as text; TextDecoder refuses memory that threads share. */
export function decode(bytes: Uint8Array, from = 0, to = bytes.length): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', from, to)
}
