import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from './run-cli.ts'

test('the demo answers seven questions, the second time without importing again', async t => {
  const home = await temporaryFolder(t)
  const env = { DEMOGRAPH_HOME: '' }

  const first = await runCli(['demo'], { home, env })

  assert.equal(first.code, 0, first.stderr)
  assert.equal(first.stderr, '')
  const titles = [...first.stdout.matchAll(/^\d\. (.+)$/gm)].map(([, title]) => title)
  assert.equal(titles.length, 7)
  assert.match(first.stdout, /^ +1 {2}Harvard University +@Harvard /m)
  assert.match(first.stdout, /^ +trumpcare +━+╸? +48 +28$/m)
  assert.match(first.stdout, /^ +2017-08-09 +━+ +382 {2}by 382$/m)
  assert.match(first.stdout, /describes 20 and names what 3 share, unrounded/)
  assert.match(first.stdout, /DEMOGRAPH_HOME=demograph-data\/demo .* npm start/)
  assert.deepEqual(await readdir(path.join(home, 'demograph-data')), ['demo'])

  const second = await runCli(['demo'], { home, env })
  assert.equal(second.code, 0, second.stderr)
  assert.match(second.stdout, /All files are in already\./)
  const answers = JSON.parse((await runCli(['demo', '--json'], { home, env })).stdout)
  assert.deepEqual(Object.keys(answers), [
    'AnalyzePublicProfiles',
    'AudienceInfluencers',
    'ExternalInfluencers',
    'FollowerBreakdown',
    'tasks'
  ])
  const [hashtags, days, concepts] = answers.tasks
  assert.deepEqual([hashtags.analysis.results[0].key, hashtags.analysis.redacted], ['trumpcare', false])
  assert.equal(days.analysis.results.at(-1).interactions, 382)
  assert.deepEqual([concepts.redacted, concepts.concepts.length > 5], [false, true])
})

test('the demo keeps out of a folder with other data', async t => {
  const home = await temporaryFolder(t)
  await runCli(['migrate'], { home })
  const { code, stderr } = await runCli(['demo'], { home })
  assert.equal(code, 4)
  assert.match(stderr, /holds other data/)
})
