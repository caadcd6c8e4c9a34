import { createGunzip, createZstdDecompress } from 'node:zlib'

export type Compression = 'gzip' | 'zstd' | 'none'

/** Bytes per piece of decompressed data. */
const chunkSize = 256 * 1024

export function compressionOf(firstBytes: Buffer): Compression {
  const magic = firstBytes.subarray(0, 4).toString('hex')
  if (magic.startsWith('1f8b')) return 'gzip'
  return magic === '28b52ffd' ? 'zstd' : 'none'
}

/**
 * Decompresses gzip (of several members, too) or zstd. Everything that could be decompressed is given before the error of
 * a file that is cut off or damaged is thrown, which a pipe would lose.
 */
export async function* decompress(bytes: AsyncIterable<Buffer>, compression: 'gzip' | 'zstd'): AsyncGenerator<Buffer> {
  const engine = compression === 'gzip' ? createGunzip({ chunkSize }) : createZstdDecompress({ chunkSize })
  const ready: Buffer[] = []
  let failure: Error | undefined
  let wake = () => {}
  engine.on('data', (piece: Buffer) => ready.push(piece))
  engine.on('end', () => wake())
  engine.on('error', error => {
    failure = error
    wake()
  })
  const work = (start: (done: () => void) => void) =>
    new Promise<void>(resolve => {
      wake = resolve
      start(resolve)
    })
  try {
    let writing = Promise.resolve()
    for await (const piece of bytes) {
      await writing
      if (failure) break
      writing = work(done => engine.write(piece, () => done())) // Meanwhile the last piece is read.
      yield* ready.splice(0)
    }
    await writing
    if (!failure) await work(() => engine.end())
    yield* ready.splice(0)
    if (failure) throw failure
  } finally {
    engine.destroy()
  }
}
