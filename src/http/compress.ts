import { promisify } from 'node:util'
import { constants, gzip, zstdCompress } from 'node:zlib'

export type Encoding = 'gzip' | 'zstd'

/** Smaller answers gain nothing. */
const minBytes = 1024
/** Compressed results that are kept, so that a popular one is compressed once. */
const keptBytes = 32 * 1024 * 1024

const encoders: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  gzip: promisify(gzip),
  zstd: bytes => promisify(zstdCompress)(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 6 } })
}

/** The encoding to use for an `Accept-Encoding` header, or none. */
export function chooseEncoding(header: string | string[] | undefined, bytes: number): Encoding | undefined {
  if (!header || bytes < minBytes) return undefined
  const qualities = new Map(String(header).toLowerCase().split(',').map(readCoding))
  const quality = (encoding: Encoding) => qualities.get(encoding) ?? qualities.get('*') ?? 0
  const [best] = (['zstd', 'gzip'] as const).toSorted((a, b) => quality(b) - quality(a))
  return best && quality(best) > 0 ? best : undefined
}

function readCoding(part: string): [name: string, q: number] {
  const [name = '', parameter = ''] = part.split(';').map(text => text.trim())
  const q = /^q\s*=\s*([\d.]+)$/.exec(parameter)?.[1]
  return [name, q === undefined ? 1 : Number(q) || 0]
}

type Compressor = (key: string, text: string, encoding: Encoding) => Promise<Buffer>

/** Compresses texts and keeps the last ones by their key. */
export function createCompressor(): Compressor {
  const kept = new Map<string, Buffer>()
  let size = 0

  function keep(key: string, bytes: Buffer) {
    if (bytes.length > keptBytes / 4 || kept.has(key)) return
    kept.set(key, bytes)
    size += bytes.length
    for (const [oldest, { length }] of kept) {
      if (size <= keptBytes) break
      kept.delete(oldest)
      size -= length
    }
  }

  return async (key, text, encoding) => {
    const found = kept.get(`${encoding} ${key}`)
    if (found) return found
    const bytes = await encoders[encoding](Buffer.from(text))
    keep(`${encoding} ${key}`, bytes)
    return bytes
  }
}
