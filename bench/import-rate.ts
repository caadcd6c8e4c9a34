// Follows and profiles a second from gzip files through POST /import, enrichment and prepared counts included, and the memory it takes.
// node bench/import-rate.ts [follows, in millions: 5]
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { seededRandom } from '../test/support/seeded-random.ts'
import { perSecond, printFigures, timed } from './figures.ts'
import { benchToken, peakMemoryMb, startServer } from './server.ts'

const followCount = Number(process.argv[2] ?? 5) * 1e6
const profileCount = 200_000
const folder = await mkdtemp(path.join(os.tmpdir(), 'demograph-bench-files-'))

const idOf = (rank: number) => `twitter:${100_000_000 + rank * 7919}`

function* follows(): Generator<string> {
  const random = seededRandom(1)
  let chunk = 'from_id,to_id\n'
  for (let i = 0; i < followCount; i++) {
    // Popularity falls off as a power of the rank.
    chunk += `${idOf(Math.floor(random() * 1e6))},${idOf(Math.floor(1e6 * random() ** 3))}\n`
    if (chunk.length > 1 << 16) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}

function* profiles(): Generator<string> {
  const random = seededRandom(2)
  for (let i = 0; i < profileCount; i++) {
    const followers = Math.floor(10 ** (random() * 6))
    yield `${JSON.stringify({
      id: idOf(i),
      screen_name: `account_${i}`,
      name: `Given Family ${i % 977}`,
      description: `Writes about subject ${i % 331} and about subject ${i % 89}. Opinions of an invented account.`,
      location: `Town ${i % 1013}`,
      url: `https://example.org/${i}`,
      lang: 'en',
      time_zone: null,
      verified: i % 50 === 0,
      protected: i % 20 === 0,
      created_at: new Date(1.2e12 + i * 1e6).toISOString(),
      followers_count: followers,
      friends_count: Math.floor(random() * 5000),
      statuses_count: Math.floor(random() * 50_000),
      listed_count: Math.floor(followers / 100),
      favourites_count: Math.floor(random() * 10_000),
      profile_image_url: `https://example.org/${i}.jpg`
    })}\n`
  }
}

async function write(name: string, lines: Generator<string>): Promise<string> {
  const file = path.join(folder, name)
  await pipeline(Readable.from(lines, { highWaterMark: 64 }), createGzip({ level: 4 }), createWriteStream(file))
  return file
}

async function importFile(url: string, file: string): Promise<number> {
  const { ms } = await timed(async () => {
    const answer = await fetch(`${url}/import?name=${path.basename(file)}&access_token=${benchToken}`, {
      method: 'POST',
      body: Readable.toWeb(createReadStream(file)) as ReadableStream, // Node's and the web's stream types differ in name only.
      duplex: 'half'
    } as RequestInit)
    if (!answer.ok) throw new Error(`${file}: ${answer.status} ${await answer.text()}`)
    await answer.text()
  })
  return ms
}

/** The least any importer does: decompress and find the lines. */
async function justLines(file: string): Promise<number> {
  const { ms } = await timed(async () => {
    let lines = 0
    for await (const chunk of createReadStream(file).pipe(createGunzip())) {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
    }
    return lines
  })
  return ms
}

const followFile = await write('follows.csv.gz', follows())
const profileFile = await write('profiles.jsonl.gz', profiles())
const server = await startServer()
const followMs = await importFile(server.url, followFile)
const profileMs = await importFile(server.url, profileFile)
const peak = await peakMemoryMb(server.pid)
await server.stop()
const lineMs = { follows: await justLines(followFile), profiles: await justLines(profileFile) }
const megabytes = async (file: string) => `${((await stat(file)).size / 1e6).toFixed(0)} MB`

printFigures('Import over HTTP from gzip', [
  {
    what: `${followCount.toLocaleString('en')} follows (${await megabytes(followFile)})`,
    value: perSecond(followCount, followMs),
    beside: `${(followMs / lineMs.follows).toFixed(1)} × the time of decompressing and finding lines; target 300,000/s`,
    reached: followCount / followMs >= 300
  },
  {
    what: `${profileCount.toLocaleString('en')} profiles (${await megabytes(profileFile)})`,
    value: perSecond(profileCount, profileMs),
    beside: `${(profileMs / lineMs.profiles).toFixed(1)} × the time of decompressing and finding lines; target 15,000/s`,
    reached: profileCount / profileMs >= 15
  },
  ...(peak === undefined
    ? []
    : [
        {
          what: 'peak memory of the server',
          value: `${Math.round(peak)} MB`,
          beside: 'target 1,000 MB',
          reached: peak < 1000
        }
      ])
])
await rm(folder, { recursive: true, force: true })
