// What ten thousand tag rules of a running recording cost: imports of posts with and without one, in turns, each into an empty folder; then an
// analysis that reads the tags, so that every post is tagged. node bench/tagging.ts [posts, in thousands: 60] [rounds: 3]
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { seededRandom } from '../test/support/seeded-random.ts'
import { inMs, median, perSecond, printFigures, timed } from './figures.ts'
import { benchToken, peakMemoryMb, startServer } from './server.ts'

const postCount = Number(process.argv[2] ?? 60) * 1000
const ruleCount = 10_000
const wordCount = 20_000
const rounds = Number(process.argv[3] ?? 3)

const folder = await mkdtemp(path.join(os.tmpdir(), 'demograph-bench-files-'))
const file = path.join(folder, 'posts.jsonl.gz')

function* posts(): Generator<string> {
  const random = seededRandom(1)
  // A few words are in most texts, as in real ones.
  const word = () => `word${Math.floor(wordCount * random() ** 4)}`
  for (let i = 0; i < postCount; i++) {
    yield `${JSON.stringify({
      id: String(5_000_000_000 + i),
      author_id: `twitter:${100_000_000 + Math.floor((postCount / 10) * random())}`,
      created_at: new Date(1.4965e12 + i * 1000).toISOString(),
      kind: 'post',
      lang: 'en',
      text: Array.from({ length: 12 }, word).join(' '),
      client: 'Twitter Web Client',
      hashtags: [],
      mentions: [],
      urls: []
    })}\n`
  }
}

const csdl = Array.from(
  { length: ruleCount },
  (_, at) => `tag.subject "s${at}" { interaction.content contains "word${at}" }`
).join('\n')

type Server = Awaited<ReturnType<typeof startServer>>

async function pylon<Answer>({ url }: Server, method: string, call: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${url}/v1.6/pylon/twitter/${call}`, {
    method,
    headers: { Authorization: `demo:${benchToken}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  if (!answer.ok) throw new Error(`${call}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer // Our own server.
}

async function record(server: Server): Promise<{ id: string; compileMs: number }> {
  const whole = `${csdl}\nreturn { interaction.content exists }`
  const compiled = await timed(() => pylon<{ hash: string }>(server, 'POST', 'compile', { csdl: whole }))
  const start = { hash: compiled.answer.hash, name: 'Ten thousand subjects' }
  return { id: (await pylon<{ id: string }>(server, 'POST', 'start', start)).id, compileMs: compiled.ms }
}

async function importPosts({ url }: Server): Promise<number> {
  const { ms } = await timed(async () => {
    const answer = await fetch(`${url}/import?name=posts.jsonl.gz&access_token=${benchToken}`, {
      method: 'POST',
      body: Readable.toWeb(createReadStream(file)) as ReadableStream, // Node's and the web's stream types differ in name only.
      duplex: 'half'
    } as RequestInit)
    const report = await answer.text()
    if (!answer.ok) throw new Error(`${answer.status} ${report}`)
  })
  return ms
}

type Task = { status: string; message: string | null; result: { interactions: number } | null }

/** Counts the tags of every post, which puts them there; then once more another way, where they are. */
async function analyseTags(server: Server, id: string): Promise<{ tagMs: number; againMs: number }> {
  const ask = async (threshold: number) => {
    const parameters = {
      start: 1.4964e9,
      end: 1.4998e9,
      parameters: { analysis_type: 'freqDist', parameters: { target: 'interaction.tag_tree.subject', threshold } }
    }
    const body = { subscription_id: id, name: 'Subjects', type: 'analysis', parameters }
    const task = await pylon<{ id: string }>(server, 'POST', 'task', body)
    for (;;) {
      const { status, message, result } = await pylon<Task>(server, 'GET', `task/analysis/${task.id}`)
      if (status === 'failed') throw new Error(message ?? status)
      if (status === 'completed') return result?.interactions
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
  const first = await timed(() => ask(200))
  if (first.answer !== postCount) throw new Error(`${first.answer} of ${postCount} posts were analysed`)
  return { tagMs: first.ms, againMs: (await timed(() => ask(100))).ms }
}

const env = {
  DEMOGRAPH_PRIVACY_MIN_AUTHORS: '1',
  DEMOGRAPH_PRIVACY_ROUND_TO: '1'
}

async function run(isRecording: boolean) {
  const server = await startServer({ env })
  try {
    const recording = isRecording ? await record(server) : undefined
    const importMs = await importPosts(server)
    const tags = recording && (await analyseTags(server, recording.id))
    return { importMs, ...recording, ...tags, peakMb: (await peakMemoryMb(server.pid)) ?? Number.NaN }
  } finally {
    await server.stop()
  }
}

try {
  await pipeline(Readable.from(posts(), { highWaterMark: 64 }), createGzip({ level: 4 }), createWriteStream(file))
  const without: number[] = []
  const withRules: Awaited<ReturnType<typeof run>>[] = []
  for (let round = 0; round < rounds; round++) {
    without.push((await run(false)).importMs)
    withRules.push(await run(true))
  }
  const of = (figure: (one: Awaited<ReturnType<typeof run>>) => number | undefined) =>
    median(withRules.map(one => figure(one) ?? Number.NaN))
  const [bare, recorded] = [median(without), of(one => one.importMs)]
  const tagMs = of(one => one.tagMs)
  printFigures(`Ten thousand tag rules over ${postCount.toLocaleString('en')} posts`, [
    {
      what: 'import beside the recording',
      value: perSecond(postCount, recorded),
      beside: `${(recorded / bare).toFixed(2)} × the time without it (${perSecond(postCount, bare)}); target 1.3 ×`,
      reached: recorded < 1.3 * bare
    },
    { what: 'compiling its rules, over HTTP', value: inMs(of(one => one.compileMs)), beside: '' },
    {
      what: 'tagging every post, at the first analysis',
      value: perSecond(postCount, tagMs),
      beside: `${inMs(tagMs)}; a second analysis takes ${inMs(of(one => one.againMs))}`
    },
    { what: 'peak memory of the server', value: `${Math.round(of(one => one.peakMb))} MB`, beside: '' }
  ])
} finally {
  await rm(folder, { recursive: true, force: true })
}
