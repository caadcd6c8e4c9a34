import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readCsv } from '../../bench/read-csv.ts'
import { apiAt } from '../support/api.ts'
import { testToken } from '../support/app.ts'
import { startChildServer } from '../support/child-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const run = promisify(execFile)
const demo = new URL('../../data/demo-corpus/', import.meta.url)
const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))
const withoutCurl = spawnSync('curl', ['--version']).status === 0 ? false : 'there is no curl on this machine'

test('the examples print what they promise', async t => {
  const server = await startChildServer(t, {
    home: await temporaryFolder(t),
    // Officials in their public role.
    env: { DEMOGRAPH_PRIVACY_MIN_AUTHORS: '3', DEMOGRAPH_PRIVACY_MIN_TOTAL: '20', DEMOGRAPH_PRIVACY_ROUND_TO: '1' }
  })
  const api = apiAt(server.url)
  for (const file of ['profiles.jsonl.gz', 'follows.csv.gz', 'posts.jsonl.gz'])
    await api.importFile(file, await readFile(new URL(file, demo)))
  const audiences = JSON.parse(await readFile(new URL('audiences.json', demo), 'utf8'))
  const ids: string[] = audiences['uk-universities'].ids
  const env = { PATH: process.env.PATH, DEMOGRAPH_URL: server.url, DEMOGRAPH_TOKEN: testToken }

  await t.test('who-influences.sh: the ranking as a table', { skip: withoutCurl }, async () => {
    const { stdout, stderr } = await run('sh', [example('who-influences.sh'), ...ids], { env })
    const rows = readCsv(stdout)
    assert.equal(stderr, '')
    const [first] = rows
    // Oxford, whom 13 of the 16 follow.
    assert.deepEqual([first?.handle, first?.followers_in_audience], ['UniofOxford', '13'])
    assert.ok(rows.length > 10 && rows.every(row => ids.includes(row.id ?? '')))
  })

  await t.test('outside-influencers.ts: a line for each account', async () => {
    const { stdout, stderr } = await run(process.execPath, [example('outside-influencers.ts'), ...ids], { env })
    const lines = stdout.trimEnd().split('\n')
    assert.equal(stderr, '')
    assert.equal(lines.length, 10)
    for (const [index, line] of lines.entries())
      assert.match(line, new RegExp(`^${index + 1}\\. .+: followed by \\d+, z \\d+\\.\\d$`))
  })

  await t.test('what-they-write.sh: the hashtags of a recording', { skip: withoutCurl }, async () => {
    const window = { START: String(Date.UTC(2017, 5, 13) / 1000), END: String(Date.UTC(2017, 5, 14) / 1000) }
    const filter = 'interaction.content contains_any "health care, trumpcare"'
    const { stdout, stderr } = await run('sh', [example('what-they-write.sh'), filter], { env: { ...env, ...window } })
    const { status, result } = JSON.parse(stdout)
    assert.deepEqual([stderr, status], ['', 'completed'])
    assert.equal(result.analysis.results[0].key, 'trumpcare')
    const { subscriptions } = await api.json<{ subscriptions: { name: string; status: string }[] }>(
      '/v1.6/pylon/twitter/get'
    )
    assert.deepEqual(
      subscriptions.map(({ name, status }) => [name, status]),
      [
        ['example', 'stopped'],
        ['Everything of twitter', 'running']
      ]
    )
  })

  await t.test('they end badly, and say why, with a wrong token', async () => {
    const wrong = { ...env, DEMOGRAPH_TOKEN: '0'.repeat(32) }
    const failed = (error: { code?: number; stderr?: string }) => error.code !== 0
    await assert.rejects(run(process.execPath, [example('outside-influencers.ts'), ...ids], { env: wrong }), /401/)
    if (!withoutCurl)
      await assert.rejects(run('sh', [example('who-influences.sh'), ...ids], { env: wrong, timeout: 10_000 }), failed)
  })
})
