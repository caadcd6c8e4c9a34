import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { damageMark } from './decode-utf8.ts'
import { openSource } from './open-source.ts'

async function read(bytes: Buffer, chunk = 1000): Promise<{ text: string; error?: string; hasDamage: boolean }> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) =>
    bytes.subarray(i * chunk, (i + 1) * chunk)
  )
  const source = openSource(Readable.from(chunks), 'people.csv')
  let text = ''
  try {
    for await (const piece of source.pieces) text += piece
  } catch (error) {
    return { text, error: (error as Error).message, hasDamage: source.hasDamage() }
  }
  return { text, hasDamage: source.hasDamage() }
}

// Hard to compress, so that it takes several pieces.
const long = Array.from({ length: 40_000 }, (_, i) => `${(i * 2_654_435_761) % 4_294_967_296} Zoë 🎉\n`).join('')

test('gzip, also of several members, and zstd are known by their first bytes', async () => {
  const [first, second] = [Buffer.from(long.slice(0, 9000)), Buffer.from(long.slice(9000))]
  for (const bytes of [Buffer.from(long), gzipSync(long), zstdCompressSync(long)]) {
    assert.deepEqual(await read(bytes, 4096), { text: long, hasDamage: false })
  }
  assert.equal((await read(Buffer.concat([gzipSync(first), gzipSync(second)]))).text, long)
})

test('zstd of several frames is read to its end, wherever they meet, and with frames to be skipped', async () => {
  const bytes = Buffer.from(long)
  const frames = Array.from({ length: 100 }, (_, i) => zstdCompressSync(bytes.subarray(i * 9000, (i + 1) * 9000)))
  const skipped = Buffer.from('502a4d1804000000abcdef00', 'hex')
  const packed = Buffer.concat(frames.flatMap(frame => [skipped, frame]))
  for (const chunk of [1000, 4096, 1_000_000]) {
    assert.deepEqual(await read(packed, chunk), { text: long, hasDamage: false })
  }
  const last = frames.at(-1)?.length ?? 0
  const { text, error } = await read(packed.subarray(0, packed.length - last / 2), 4096)
  assert.ok(text.length > long.length * 0.9)
  assert.equal(error, 'people.csv is cut off in the middle of its zstd data; fetch it again.')
  const { error: damage } = await read(Buffer.concat([...frames, Buffer.from('and something else')]), 4096)
  assert.match(damage ?? '', /damaged/)
})

test('what pads a gzip file at its end is passed over', async () => {
  assert.deepEqual(await read(Buffer.concat([gzipSync(long), Buffer.alloc(20_000)])), { text: long, hasDamage: false })
})

test('of a compressed file that is cut off, all that is there is read before it is said', async () => {
  for (const [kind, packed] of [
    ['gzip', gzipSync(long)],
    ['zstd', zstdCompressSync(long)]
  ] as const) {
    const { text, error } = await read(packed.subarray(0, packed.length * 0.6), 4096)
    assert.ok(long.startsWith(text) && text.length > long.length * 0.3, `${kind}: ${text.length} of ${long.length}`)
    assert.equal(error, `people.csv is cut off in the middle of its ${kind} data; fetch it again.`)
  }
})

test('characters survive wherever the bytes are cut, and a byte order mark is left out', async () => {
  const text = 'aéß€🎉中\n'
  for (const chunk of [1, 2, 3, 4, 5]) assert.equal((await read(Buffer.from(`\uFEFF${text}`), chunk)).text, text)
})

test('bytes that are no text are marked, and a line that really holds a replacement character is not', async () => {
  const bytes = Buffer.concat([
    Buffer.from('a good line \uFFFD\n'.repeat(9)),
    Buffer.from('Jos\xe9\n', 'latin1'),
    Buffer.from('a\0b\n')
  ])
  assert.deepEqual(await read(bytes), {
    text: `${'a good line \uFFFD\n'.repeat(9)}Jos${damageMark}\na${damageMark}b\n`,
    hasDamage: true
  })
})

test('what is no text is refused with what to do', async () => {
  const refused = async (bytes: Buffer) => (await read(bytes)).error
  assert.equal(await refused(Buffer.alloc(0)), 'people.csv is empty.')
  assert.equal(await refused(gzipSync('')), 'people.csv is empty.')
  assert.equal(
    await refused(Buffer.from('PK\x03\x04 and so on')),
    'people.csv is a ZIP archive: unpack it and import the files in it.'
  )
  assert.equal(await refused(Buffer.from('\uFEFFid,name\n', 'utf16le')), 'people.csv is UTF-16 text: save it as UTF-8.')
  assert.equal(await refused(Buffer.alloc(500, '\x01\x80')), 'people.csv is not text.')
})

test('a stream that breaks is told apart from a file that ends', async () => {
  const stream = Readable.from(
    (async function* () {
      yield Buffer.from('id,name\n1,a\n')
      throw new Error('socket hang up')
    })()
  )
  await assert.rejects(Array.fromAsync(openSource(stream, 'people.csv').pieces), {
    message: 'Reading people.csv ended early (socket hang up); import it again.'
  })
})
