import { createGunzip, createZstdDecompress } from 'node:zlib'

export type Compression = 'gzip' | 'zstd' | 'none'

/** Bytes per piece of decompressed data. */
const chunkSize = 256 * 1024

/** How a file is compressed. A zstd file may start with a frame to be skipped: pzstd writes one before each of its frames. */
export function compressionOf(firstBytes: Buffer): Compression {
  const magic = firstBytes.subarray(0, 4).toString('hex')
  if (magic.startsWith('1f8b')) return 'gzip'
  return magic === '28b52ffd' || /^5.2a4d18$/.test(magic) ? 'zstd' : 'none'
}

/**
 * Decompresses gzip of several members and zstd of several frames. Everything that could be decompressed is given before the
 * error of a file that is cut off or damaged is thrown, which a pipe would lose.
 */
export async function* decompress(bytes: AsyncIterable<Buffer>, compression: 'gzip' | 'zstd'): AsyncGenerator<Buffer> {
  const ready: Buffer[] = []
  let engine = openEngine(compression, ready)
  /** Node's zstd ends with a frame, whatever follows it in the same piece: another engine goes on there. */
  async function write(piece: Buffer): Promise<void> {
    for (let rest = await engine.write(piece); rest.length > 0; rest = await engine.write(rest)) {
      if (compression === 'gzip') return // Padding; gunzip has gone on with every further member by itself.
      engine.close()
      engine = openEngine(compression, ready)
    }
  }
  try {
    let writing = Promise.resolve()
    for await (const piece of bytes) {
      await writing
      if (engine.failure()) break
      writing = write(piece) // Meanwhile the last piece is read.
      yield* ready.splice(0)
    }
    await writing
    await engine.end()
    yield* ready.splice(0)
    const failure = engine.failure()
    if (failure) throw failure
  } finally {
    engine.close()
  }
}

/** A decompressor that puts what comes out of it into `ready`. */
function openEngine(compression: 'gzip' | 'zstd', ready: Buffer[]) {
  const stream = compression === 'gzip' ? createGunzip({ chunkSize }) : createZstdDecompress({ chunkSize })
  let given = 0
  let failure: Error | undefined
  const { promise: over, resolve } = Promise.withResolvers<void>()
  stream.on('data', (piece: Buffer) => ready.push(piece))
  stream.on('end', resolve)
  stream.on('error', error => {
    failure = error
    resolve()
  })
  return {
    failure: () => failure,
    /** Resolves with the end of the piece that it did not take, because it has come to an end itself. */
    async write(piece: Buffer): Promise<Buffer> {
      given += piece.length
      await Promise.race([over, new Promise<void>(done => stream.write(piece, () => done()))])
      const left = failure ? 0 : given - stream.bytesWritten
      if (left > 0) await over // Until then there may be more to come out.
      return piece.subarray(piece.length - left)
    },
    async end(): Promise<void> {
      if (!failure) stream.end()
      await over
    },
    close: () => stream.destroy()
  }
}
