import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiAt } from '../support/api.ts'
import { testApp } from '../support/app.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const people = 12_000
const profiles = `id,screen_name,name,description,location
${Array.from({ length: people }, (_, index) => `${index + 1},user${index},Ann Lee,I bake bread,Boston`).join('\n')}
`
const asLines = { method: 'POST', headers: { accept: 'application/x-ndjson' } }
const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

test('a server that is stopped while it enriches ends soon and keeps what is done; the next one goes on', async t => {
  const home = await temporaryFolder(t)
  const before = await testApp(t, { DEMOGRAPH_HOME: home, DEMOGRAPH_TRAITS_OFF: 'name' })
  await apiAt(before.url).importFile('profiles.csv', profiles)
  await before.app[Symbol.asyncDispose]()

  const stopped = await testApp(t, { DEMOGRAPH_HOME: home })
  const answer = await apiAt(stopped.url).ask('/enrich', asLines)
  const said = answer.text()
  await stopped.app[Symbol.asyncDispose]()
  const end = linesOf(await said).at(-1)
  assert.match(String(end?.errors), /^Enriching anew was stopped/)

  const { url } = await testApp(t, { DEMOGRAPH_HOME: home })
  const summary = linesOf(await (await apiAt(url).ask('/enrich', asLines)).text()).at(-1)?.summary as { anew: number }
  assert.ok(summary.anew > 0 && summary.anew < people, `${summary.anew} of ${people} were left`)
  const again = await apiAt(url).ask('/enrich', { method: 'POST' })
  assert.deepEqual(await again.json(), { profiles: people, posts: 0, anew: 0 })
})
