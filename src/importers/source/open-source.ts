import type { Readable } from 'node:stream'
import { InvalidRequest, ServiceError } from '../../errors.ts'
import { utf8Decoder } from './decode-utf8.ts'
import { type Compression, compressionOf, decompress } from './decompress.ts'

type SourceText = {
  /** The text in pieces of some hundred kilobytes at most. */
  readonly pieces: AsyncGenerator<string>
  /** Whether damageMarks stand in what was read so far. */
  readonly hasDamage: () => boolean
}

/** Files that people have beside text, by their first bytes. */
const otherKinds: readonly (readonly [string, string])[] = [
  ['504b0304', 'a ZIP archive: unpack it and import the files in it'],
  ['425a68', 'compressed with bzip2: pipe it through "bzip2 -dc" and import "-"'],
  ['fd377a585a00', 'compressed with xz: pipe it through "xz -dc" and import "-"'],
  ['50415231', 'a Parquet file: write it as CSV or JSON lines'],
  ['fffe', 'UTF-16 text: save it as UTF-8'],
  ['feff', 'UTF-16 text: save it as UTF-8'],
  ['53514c69746520666f726d6174', 'an SQLite database: export its tables as CSV'],
  ['25504446', 'a PDF document'],
  ['89504e47', 'an image'],
  ['d0cf11e0', 'an Office document: save it as CSV']
]

/** Larger pieces of a stream are cut: what is read between two looks at the buffers stays small. */
const pieceBytes = 256 * 1024

/** Of the first bytes, how many in a hundred may be no text before the file is refused as a whole. */
const binaryPercent = 10

/**
 * Reads a stream as text: gzip and zstd are known by their first bytes, the text is UTF-8. Throws InvalidRequest, with
 * what to do, for an empty file, for one that is no text, and for one that is cut off, after all that could be read.
 */
export function openSource(stream: Readable, name: string): SourceText {
  const decoder = utf8Decoder()

  async function* pieces(): AsyncGenerator<string> {
    let isFirst = true
    for await (const bytes of plainBytes(stream, name)) {
      if (isFirst) refuseBinary(bytes, name)
      isFirst = false
      const text = decoder.push(bytes)
      if (text !== '') yield text
    }
    if (isFirst) throw new InvalidRequest(`${name} is empty.`)
    const last = decoder.end()
    if (last !== '') yield last
  }

  return { pieces: pieces(), hasDamage: () => decoder.hasDamage }
}

async function* plainBytes(stream: Readable, name: string): AsyncGenerator<Buffer> {
  const bytes = fromStream(stream, name)
  const first = await firstOf(bytes)
  if (!first) return
  const compression = compressionOf(first)
  const all = resumed(first, bytes)
  if (compression === 'none') return yield* all
  try {
    yield* decompress(all, compression)
  } catch (error) {
    throw error instanceof ServiceError ? error : damaged(name, compression, error)
  }
}

/** The first bytes, enough of them to see what the file is. */
async function firstOf(bytes: AsyncGenerator<Buffer>): Promise<Buffer | undefined> {
  let first: Buffer | undefined
  while (!first || first.length < 16) {
    const next = await bytes.next()
    if (next.done) break
    first = first ? Buffer.concat([first, next.value]) : next.value
  }
  return first
}

async function* resumed(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

async function* fromStream(stream: Readable, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const piece of stream) {
      const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece)
      for (let start = 0; start < bytes.length; start += pieceBytes) yield bytes.subarray(start, start + pieceBytes)
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InvalidRequest(`Reading ${name} ended early (${why}); import it again.`, { cause: error })
  }
}

function damaged(name: string, compression: Compression, cause: unknown): InvalidRequest {
  const why = cause instanceof Error ? cause.message : String(cause)
  if (why === 'unexpected end of file') {
    return new InvalidRequest(`${name} is cut off in the middle of its ${compression} data; fetch it again.`, { cause })
  }
  return new InvalidRequest(`The ${compression} data of ${name} are damaged (${why}); fetch it again.`, { cause })
}

function refuseBinary(first: Buffer, name: string): void {
  const magic = first.subarray(0, 16).toString('hex')
  const kind = otherKinds.find(([start]) => magic.startsWith(start))?.[1]
  if (kind) throw new InvalidRequest(`${name} is ${kind}.`)
  const head = first.subarray(0, 4096)
  const text = head.toString('utf8').replace(/\uFFFD+$/, '') // The last character may be cut in two.
  const strange = text.match(/(?!\s)[\p{Cc}\uFFFD]/gu)?.length ?? 0
  if (strange * 100 > text.length * binaryPercent) throw new InvalidRequest(`${name} is not text.`)
}
