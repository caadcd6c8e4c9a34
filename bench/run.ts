// Runs the benchmarks, all or those named: npm run bench [-- status-rate influencers]. Each has a process of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import os from 'node:os'

const folder = new URL('.', import.meta.url)
// What the benchmarks share, and this file.
const shared = new Set([
  'run.ts',
  'figures.ts',
  'server.ts',
  'generate-graph.ts',
  'generate-interactions.ts',
  'labelled-data.ts',
  'read-csv.ts',
  'demo-corpus.ts',
  'open-models.ts'
])
const all = (await readdir(folder))
  .filter(file => file.endsWith('.ts') && !shared.has(file))
  .map(file => file.replace('.ts', ''))
const named = process.argv.slice(2)
const unknown = named.filter(name => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${all.join(', ')}.`)
  process.exit(2)
}

console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'processor'}`)
for (const name of named.length > 0 ? named : all) {
  const child = spawn(process.execPath, [new URL(`${name}.ts`, folder).pathname], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) process.exitCode = 1
}
