import { writeFileSync } from 'node:fs'
import {
  alignedAfter,
  type PackManifest,
  type SectionArray,
  sectionTypes
} from '../../src/enrichment/packs/pack-format.ts'

const folder = new URL('../../data/models/', import.meta.url)

/** Writes data/models/<name>.pack: a line of JSON, then the sections; the same content gives the same bytes. Answers its size. */
export function writePack(
  about: Omit<PackManifest, 'sections'>,
  content: Readonly<Record<string, SectionArray | string>>
): number {
  const sections = Object.entries(content).map(([name, data]) => {
    const array = typeof data === 'string' ? new Uint8Array(Buffer.from(data)) : data
    return { name, array }
  })
  const manifest: PackManifest = {
    ...about,
    sections: sections.map(({ name, array }) => ({ name, type: typeOf(array), length: array.length }))
  }
  const parts: Uint8Array[] = []
  let offset = 0
  const add = (part: Uint8Array) => {
    const padding = alignedAfter(offset + part.length) - offset - part.length
    parts.push(part, new Uint8Array(padding))
    offset += part.length + padding
  }
  add(Buffer.from(`${JSON.stringify(manifest)}\n`))
  for (const { array } of sections) add(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
  writeFileSync(new URL(`${about.name}.pack`, folder), Buffer.concat(parts))
  return offset
}

function typeOf(array: SectionArray) {
  for (const [type, View] of Object.entries(sectionTypes)) {
    if (array instanceof View) return type as keyof typeof sectionTypes // Object.entries forgets the literal type.
  }
  throw new TypeError('a section is one of the typed arrays of pack-format.ts')
}
