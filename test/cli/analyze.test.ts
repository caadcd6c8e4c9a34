import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { startChildServer } from '../support/child-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from './run-cli.ts'

// Six people, twice each: about bread on the first day, about sailing on the second.
const posts = Array.from({ length: 12 }, (_, index) => ({
  id: `twitter:${900 + index}`,
  author_id: `twitter:${200 + (index % 6)}`,
  text: index < 6 ? 'Baking #Bread with friends' : 'Out in the boat again #sailing',
  created_at: `2017-06-0${index < 6 ? 1 : 2}T10:00:00Z`
}))

const since = ['--start', '2017-06-01']
const hashtags = ['analyze', '--freq-dist', 'interaction.hashtags', ...since]

test('the Task API from the command line', async t => {
  const home = await temporaryFolder(t)
  const env = { DEMOGRAPH_PRIVACY_MIN_AUTHORS: '1', DEMOGRAPH_PRIVACY_ROUND_TO: '1' }
  await startChildServer(t, { home: path.join(home, 'data'), env })
  const run = (...args: readonly string[]) => runCli(args, { home })

  await writeFile(path.join(home, 'posts.jsonl'), posts.map(post => `${JSON.stringify(post)}\n`).join(''))
  const imported = await run('import', 'posts.jsonl')
  assert.equal(imported.code, 0, imported.stderr)

  await t.test('values are counted, in a table, as CSV and as JSON', async () => {
    const shown = await run(...hashtags)
    assert.equal(shown.code, 0, shown.stderr)
    assert.match(shown.stdout, /^12 interactions by 6 authors$/m)
    assert.match(shown.stdout, /^bread +━+ +6 +6$/m)
    assert.match(shown.stderr, /Task [0-9a-f]{40}\./)

    const csv = await run(...hashtags, '--csv')
    assert.equal(
      csv.stdout.replaceAll('\r', ''),
      'interaction.hashtags,interactions,unique_authors\nbread,6,6\nsailing,6,6\n'
    )
    const { analysis } = JSON.parse((await run(...hashtags, '--json')).stdout)
    assert.deepEqual(analysis.results, [
      { key: 'bread', interactions: 6, unique_authors: 6 },
      { key: 'sailing', interactions: 6, unique_authors: 6 }
    ])
  })

  await t.test('posts are charted over time, those that a filter keeps', async () => {
    const filter = ['--filter', 'interaction.content contains "boat"']
    const { code, stdout } = await run('analyze', '--time-series', 'day', ...filter, ...since)
    assert.equal(code, 0)
    assert.match(stdout, /^6 interactions by 6 authors$/m)
    assert.match(stdout, /^2017-06-02 +━+ +6 +by 6$/m)
  })

  await t.test('tasks are listed, and one is shown with its result', async () => {
    const list = await run('tasks')
    assert.match(list.stdout, /^[0-9a-f]{40} +Posts by day +completed +1 of 1 +\d{4}-\d\d-\d\d \d\d:\d\d +\S/m)
    const [task] = JSON.parse((await run('tasks', '--json')).stdout).tasks
    assert.equal(JSON.parse((await run('tasks', task.id)).stdout).result.unique_authors, 6)
    assert.match((await run('tasks', '--csv')).stdout, /^id,name,type,status,created_at,updated_at\r?\n[0-9a-f]{40},/)
  })

  await t.test('what cannot be answered is told in a sentence that helps', async () => {
    const other = await run('analyze', '--freq-dist', 'interaction.hashtags', '--service', 'linkedin')
    assert.deepEqual(
      [other.code, other.stderr],
      [3, 'There are no posts of linkedin here: `demograph import` brings them in; --service names another network.\n']
    )
    const recording = await run(...hashtags, '--recording', '0'.repeat(40))
    assert.deepEqual([recording.code, recording.stderr], [3, `There is no recording ${'0'.repeat(40)} of twitter.\n`])
    const target = await run('analyze', '--freq-dist', 'interaction.hashtag')
    assert.deepEqual([target.code, /nearest are: interaction\.hashtags/.test(target.stderr)], [2, true])
    const filter = await run(...hashtags, '--filter', 'interaction.content contains')
    assert.deepEqual([filter.code, /At line 1 position 29 we were expecting/.test(filter.stderr)], [2, true])
    const both = await run(...hashtags, '--time-series', 'day')
    assert.deepEqual([both.code, /either --freq-dist TARGET or --time-series INTERVAL/.test(both.stderr)], [2, true])
    const id = await run('tasks', 'nope')
    assert.deepEqual([id.code, /the id of a task is 40 characters, 0-9 and a-f/.test(id.stderr)], [2, true])
    assert.equal((await run('tasks', '0'.repeat(40))).code, 3)
  })

  await t.test('targets are looked up by the start of their name', async () => {
    const { code, stdout } = await run('targets', 'interaction.ha')
    assert.deepEqual([code, /^interaction\.hashtags +texts/m.test(stdout)], [0, true])
  })
})
