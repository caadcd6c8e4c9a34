/** What a pack says of itself, in its first line. */
export type PackManifest = {
  /** As in the file's name: `places`. */
  readonly name: string
  /** Rises when the pack's content changes. */
  readonly version: number
  /** What it was made of, each with its licence: `GeoNames, CC BY 4.0`. */
  readonly sources: readonly string[]
  /** What was measured of it when it was built, by name; figures on data that it never saw. */
  readonly scores: Readonly<Record<string, number>>
  /** What its reader needs beside the sections: names of classes, thresholds. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly sections: readonly PackSection[]
}

type PackSection = { readonly name: string; readonly type: SectionType; readonly length: number }

export const sectionTypes = {
  int8: Int8Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  float32: Float32Array
} as const
export type SectionType = keyof typeof sectionTypes
export type SectionArray = Int8Array | Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array

/** Sections begin at multiples of this many bytes, so that every typed array may look at them. */
export const sectionAlignment = 8

export const alignedAfter = (offset: number) => Math.ceil(offset / sectionAlignment) * sectionAlignment
