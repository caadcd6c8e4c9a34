import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** Shorter texts gain nothing. */
const compressFromBytes = 2_048

/** A result's text as it is kept: its bytes, how they are written, and a strong validator for conditional requests. */
type PackedResult = { readonly body: Uint8Array; readonly encoding: 'plain' | 'zstd'; readonly etag: string }

export async function packResult(json: string): Promise<PackedResult> {
  const bytes = Buffer.from(json)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
  if (bytes.length < compressFromBytes) return { body: bytes, encoding: 'plain', etag }
  return { body: await compress(bytes), encoding: 'zstd', etag }
}

export async function unpackResult(body: Uint8Array, encoding: 'plain' | 'zstd'): Promise<string> {
  return (encoding === 'zstd' ? await decompress(body) : Buffer.from(body)).toString()
}
