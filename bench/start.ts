// From an empty folder to the first finished report, and starting on a folder that is there.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { inMs, median, printFigures, timed } from './figures.ts'
import { startServer } from './server.ts'

const run = promisify(execFile)
const home = await mkdtemp(path.join(os.tmpdir(), 'demograph-bench-'))
const env = { ...process.env, DEMOGRAPH_HOME: home }
const demo = await timed(() =>
  run(process.execPath, [new URL('../src/cli.js', import.meta.url).pathname, 'demo'], { env })
)

const starts: number[] = []
for (let round = 0; round < 5; round++) {
  const server = await startServer({ home })
  starts.push(server.startMs)
  await server.stop('keep')
}
const bare: number[] = []
for (let round = 0; round < 5; round++) bare.push((await timed(() => run(process.execPath, ['--eval', '0']))).ms)
await rm(home, { recursive: true, force: true })

printFigures('Starting', [
  {
    what: 'empty folder to the end of `demo` (four reports)',
    value: inMs(demo.ms),
    beside: 'target 20 s',
    reached: demo.ms < 20_000
  },
  {
    what: 'server start on an existing folder, to ready',
    value: inMs(median(starts)),
    beside: `median of 5; ${(median(starts) / median(bare)).toFixed(1)} × an empty Node process; target 1.5 s`,
    reached: median(starts) < 1500
  }
])
