import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { startChildServer } from '../support/child-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from './run-cli.ts'

// A small town: 60 people who all follow Ann; half of them follow Bob as well, and Bob follows Ann.
const people = Array.from({ length: 60 }, (_, index) => 100 + index)
const profiles = [
  { id: 'twitter:1', screen_name: 'ann', name: 'Ann Example', description: 'I bake bread.' },
  { id: 'twitter:2', screen_name: 'bob', name: 'Bob Example', description: 'I build boats.' },
  ...people.map(id => ({ id: `twitter:${id}`, screen_name: `person${id}`, name: `Person ${id}`, description: '' }))
]
const follows = [...people.map(id => [id, 1]), ...people.slice(0, 30).map(id => [id, 2]), [2, 1]]
const profileLines = profiles.map(profile => `${JSON.stringify(profile)}\n`).join('')
const followLines = `from_id,to_id\n${follows.map(pair => `twitter:${pair[0]},twitter:${pair[1]}\n`).join('')}`

/** A folder with a server over its data: beside it a command does what it does alone, in less than half the time. */
async function servedFolder(t: TestContext): Promise<string> {
  const home = await temporaryFolder(t)
  await startChildServer(t, { home: path.join(home, 'data') })
  return home
}

async function town(folder: string) {
  await writeFile(path.join(folder, 'profiles.jsonl'), profileLines)
  await writeFile(path.join(folder, 'follows.csv.gz'), gzipSync(followLines))
  return runCli(['import', 'profiles.jsonl', 'follows.csv.gz', '--json'], { home: folder })
}

test('a person imports files, asks a question and reads the answer', async t => {
  const home = await temporaryFolder(t)
  const imported = await town(home)
  assert.equal(imported.code, 0, imported.stderr)
  const { files } = JSON.parse(imported.stdout)
  assert.deepEqual(
    files.map((report: { file: string; summary: { records: number } }) => [report.file, report.summary.records]),
    [
      ['profiles.jsonl', 62],
      ['follows.csv.gz', 91]
    ]
  )
  await writeFile(path.join(home, 'ids.txt'), profiles.map(profile => profile.id).join('\n'))

  const report = await runCli(['report', 'AudienceInfluencers', '@ids.txt', '--rows', '2', '--label', 'town'], { home })

  assert.equal(report.code, 0, report.stderr)
  assert.match(report.stdout, /^ +1 {2}Ann Example +@ann +\S+ +61 /m)
  assert.match(report.stdout, /^ +2 {2}Bob Example +@bob +\S+ +30 /m)
  const hash = /Execution ([a-z0-9]{26})/.exec(report.stderr)?.[1] ?? ''

  const status = await runCli(['status', hash], { home })
  assert.match(status.stdout, /^status +FINISHED, 100 %$/m)
  assert.match(status.stdout, /^labels +town$/m)
  const list = JSON.parse((await runCli(['status', '--label', 'town', '--json'], { home })).stdout)
  assert.deepEqual([list.totalItems, list.items[0].execution], [1, hash])

  const stop = await runCli(['stop', hash], { home })
  assert.equal(stop.stdout, `${hash} is FINISHED.\n`)
})

test('a result goes to a program as JSON or CSV, or into a file', async t => {
  const home = await servedFolder(t)
  await town(home)
  const question = ['report', 'AudienceInfluencers', 'twitter:1,twitter:2', 'twitter:100']

  const json = await runCli([...question, '--json'], { home })
  assert.equal(JSON.parse(json.stdout).audienceInfluencerRanking.items[0].handle, 'ann')
  assert.match(json.stderr, /^Warning: At least 50 ids must be provided$/m)
  const csv = await runCli([...question, '--csv'], { home })
  assert.match(csv.stdout, /^section,rank,id,/)
  const file = await runCli([...question, '-o', 'out.csv'], { home })
  assert.deepEqual([file.stdout, await readFile(path.join(home, 'out.csv'), 'utf8')], ['', csv.stdout])
})

test('what cannot be asked ends with 2 and says what can', async t => {
  const home = await servedFolder(t)
  const job = await runCli(['report', 'AudienceInfluencer', 'twitter:1'], { home })
  assert.deepEqual([job.code, /it is one of .*AudienceInfluencers/.test(job.stderr)], [2, true])
  const id = await runCli(['report', 'AudienceInfluencers', 'nonsense'], { home })
  assert.equal(id.code, 2)
  const empty = await runCli(['report', 'AudienceInfluencers', '-'], { home, input: '' })
  assert.deepEqual([empty.code, empty.stderr], [2, 'A list of ids must be present: the list given is empty.\n'])
  assert.equal((await runCli(['status', '00000000000000000000000000'], { home })).code, 3)
  const unwritable = await runCli(['report', 'AudienceInfluencers', 'twitter:1', '-o', 'no/such/folder.json'], { home })
  assert.deepEqual([unwritable.code, /^no\/such\/folder\.json cannot be written: /.test(unwritable.stderr)], [2, true])
})

test('records that cannot be read go into a rejects file with the reason; a file that is no data does not stop the others', async t => {
  const home = await temporaryFolder(t)
  await writeFile(path.join(home, 'good.csv'), 'from_id,to_id\ntwitter:1,twitter:2\nbroken,twitter:3\n')
  await writeFile(path.join(home, 'notes.txt'), 'Dear diary, today nothing happened at all. It rained.\n')

  const { code, stdout, stderr } = await runCli(['import', 'notes.txt', 'good.csv'], { home })

  assert.equal(code, 2)
  assert.match(stdout, /^notes\.txt +failed$/m)
  assert.match(stdout, /^good\.csv +\S+ +2 +1 +1 /m)
  assert.match(stderr, /good\.csv: 1 record could not be read: see good\.csv\.rejects\.jsonl\./)
  const reject = JSON.parse(await readFile(path.join(home, 'good.csv.rejects.jsonl'), 'utf8'))
  assert.deepEqual([reject.line, typeof reject.reason], [3, 'string'])
  assert.equal(existsSync(path.join(home, 'notes.txt.rejects.jsonl')), false)
})

test('a file that ends early is told, and the others are read all the same', async t => {
  const home = await temporaryFolder(t)
  await writeFile(path.join(home, 'cut.csv.gz'), gzipSync(followLines).subarray(0, 200))
  await writeFile(path.join(home, 'good.csv'), followLines)

  const { code, stdout, stderr } = await runCli(['import', 'cut.csv.gz', 'good.csv'], { home })

  assert.equal(code, 2)
  assert.match(
    stderr,
    /^cut\.csv\.gz is cut off in the middle of its gzip data; fetch it again\. The \d+ records before that are imported\.$/m
  )
  assert.match(stdout, /^cut\.csv\.gz +failed$/m)
  assert.match(stdout, /^good\.csv +\S+ +91 /m)
})

test('a file may come on stdin, and a quoted pattern is expanded', async t => {
  const home = await servedFolder(t)
  const piped = await runCli(['import', '-', '--name', 'follows.csv', '--json'], { home, input: followLines })
  const [{ file, summary }] = JSON.parse(piped.stdout).files
  assert.deepEqual([file, summary.counts.follows], ['follows.csv', 91])
  await writeFile(path.join(home, 'a.csv'), followLines)
  await writeFile(path.join(home, 'b.csv'), followLines)
  const globbed = await runCli(['import', '*.csv', '--json'], { home })
  assert.deepEqual(
    JSON.parse(globbed.stdout).files.map((report: { file: string }) => report.file),
    ['a.csv', 'b.csv']
  )
  // As in `while read file; do … done < list`: bytes that wait on stdin are not the command's.
  const beside = await runCli(['import', 'a.csv'], { home, input: 'b.csv\n' })
  assert.equal(beside.code, 0, beside.stderr)
  const missing = await runCli(['import', 'c.csv'], { home })
  assert.deepEqual([missing.code, missing.stderr], [2, 'There is no file c.csv.\n'])
})

test('an option that no file could be read with is told once, before any is read', async t => {
  const home = await temporaryFolder(t)
  await writeFile(path.join(home, 'a.csv'), followLines)
  const told = async (...options: string[]) => {
    const { code, stdout, stderr } = await runCli(['import', 'a.csv', 'a.csv', ...options], { home })
    return [code, stdout, stderr.split('\n').length - 1, stderr.split(/[.:;]/)[0]]
  }
  assert.deepEqual(await told('--columns', 'id'), [2, '', 1, '--columns is a list of pairs, our field and your column'])
  assert.deepEqual(await told('--time-zone', 'CEST2'), [2, '', 1, 'There is no time zone "CEST2"'])
  assert.deepEqual(await told('--format', 'excel'), [2, '', 1, 'There is no format "excel"'])
  assert.deepEqual((await told('--observed-at', 'yesterday')).slice(0, 3), [2, '', 1])
})

test('an erased person is gone, and is never erased without being sure', async t => {
  const home = await servedFolder(t)
  await town(home)
  const unsure = await runCli(['erase', 'twitter:1'], { home })
  assert.equal(unsure.code, 2)
  assert.match(unsure.stderr, /add --yes/)

  assert.equal((await runCli(['erase', 'twitter:1', '--yes'], { home })).code, 0)

  const { stdout } = await runCli(['report', 'AnalyzePublicProfiles', 'twitter:1', 'twitter:2', '--json'], { home })
  const result = JSON.parse(stdout)
  assert.deepEqual([result['twitter:1'], result['twitter:2'].name], [undefined, 'Bob Example'])
})
