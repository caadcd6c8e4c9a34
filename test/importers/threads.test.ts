import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createEnricher } from '../../src/enrichment/enrich.ts'
import { enrichAhead } from '../../src/importers/enrich-ahead.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import type { Profile } from '../../src/model/profile.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { corpus, importBytes, importStores, lines } from './import-world.ts'

const people = 5_000
const firstNames = ['Ann', 'Bob', 'Cleo', 'Dimitri', 'Élodie']
const places = ['Boston, USA', 'Paris', 'São Paulo', '', 'the moon']
const of = <Item>(items: readonly Item[], index: number) => items[index % items.length] as Item

const profileLine = (index: number) =>
  `${JSON.stringify({
    ...{
      id: `twitter:${index + 1}`,
      screen_name: `user${index}`,
      name: `${of(firstNames, index)} Lee`,
      followers_count: index
    },
    ...{ description: index % 3 === 0 ? 'Father of two, born 1980' : 'Official account', location: of(places, index) }
  })}\n`
const manyProfiles = Array.from({ length: people }, (_, index) => profileLine(index)).join('')

test('a large import, enriched in threads, says what small ones say that need none', async t => {
  const threaded = await importStores(t)
  const { counts } = await importBytes(threaded, manyProfiles, { name: 'profiles.jsonl', observedAt: 1_000 })
  assert.equal(counts.profiles, people)

  const small = await importStores(t)
  const parts = manyProfiles.match(/(?:.*\n){1000}/g) ?? []
  for (const part of parts) await importBytes(small, part, { name: 'profiles.jsonl', observedAt: 1_000 })

  assert.equal(parts.length, 5)
  const said =
    'id, account_type, gender, toString(birthyear), place, given_name, toString(interests), evidence, model_version'
  assert.deepEqual(
    await lines(threaded.warehouse, said, 'enrichments'),
    await lines(small.warehouse, said, 'enrichments')
  )
  assert.deepEqual((await corpus(threaded.warehouse)).reach, (await corpus(small.warehouse)).reach)
})

test('records come out in the order in which they went in', async () => {
  const out: string[] = []
  await using enriching = enrichAhead(createEnricher(), {
    profile: ({ handle }) => void out.push(handle ?? ''),
    post: ({ id }) => void out.push(id)
  })
  const into = Array.from({ length: 6_000 }, (_, index) => String(index))
  for (const handle of into) {
    enriching.profile(personNamed(handle))
    await enriching.room()
  }
  await enriching.all()
  assert.deepEqual(out, into)
})

test('an import that is stopped half way leaves no thread behind: the process can end', async t => {
  const home = await temporaryFolder(t)
  const file = path.join(home, 'profiles.jsonl')
  await writeFile(file, manyProfiles)
  const program = fileURLToPath(new URL('import-and-stop.ts', import.meta.url))
  const child = spawn(process.execPath, [program, home, file, '3000'], { stdio: 'inherit', timeout: 60_000 })
  assert.deepEqual(await once(child, 'exit'), [0, null])
})

function personNamed(handle: string): Profile {
  return {
    ...{
      id: `twitter:${handle}` as ProfileId,
      handle,
      name: 'Ann Lee',
      summary: null,
      location: null,
      url: null,
      lang: null
    },
    ...{ timeZone: null, verified: null, protected: null, published: null, followers: null, friends: null },
    ...{ statuses: null, listed: null, favourites: null, image: null, observedAt: 1 }
  }
}
