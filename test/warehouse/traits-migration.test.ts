import assert from 'node:assert/strict'
import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import Type from 'typebox'
import { postHabits } from '../../src/analytics/analyses/post-habits.ts'
import analyzePublicProfiles from '../../src/jobs/catalog/analyze-public-profiles.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import { pageOfPosts, pageOfProfiles } from '../../src/store/enriched-records.ts'
import { migrateWarehouse } from '../../src/store/migrate-warehouse.ts'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { runJob } from '../support/run-job.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { populate, worldTime } from '../support/world.ts'

const first = '0001-corpus.sql'
const ownFolder = new URL('../../migrations/warehouse/', import.meta.url)

test('a corpus of the version before traits is read on, says nothing new, and can be enriched anew', async t => {
  const folder = await temporaryFolder(t)
  const before = path.join(folder, 'before')
  await mkdir(before)
  await copyFile(new URL(first, ownFolder), path.join(before, first))
  await using warehouse = await openWarehouse({ path: path.join(folder, 'warehouse') })
  await migrateWarehouse(warehouse, before)
  const put = (table: string, row: object) =>
    warehouse.insert(table, Object.keys(row), 'JSONEachRow', Buffer.from(`${JSON.stringify(row)}\n`))
  await put('profiles', { id: 'twitter:7', name: 'Ann Lee', observed_at: worldTime, import_id: 1 })
  await put('enrichments', { id: 'twitter:7', given_name: 'Ann', model_version: '1', version: worldTime * 1000 + 1 })
  await put('posts', {
    author: 'twitter:7',
    id: 'twitter:70',
    text: 'Hello',
    language: 'en',
    model_version: '1',
    observed_at: worldTime
  })
  await put('account_activity', { id: 'twitter:7', posts: 1, language: 'en', version: 1 })

  assert.ok((await migrateWarehouse(warehouse)).includes('0002-traits.sql'))
  assert.deepEqual(await migrateWarehouse(warehouse), [])

  const { body } = await runJob(analyzePublicProfiles, warehouse, { ids: ['twitter:7'] })
  const { enrichments } = (body as Record<string, { enrichments: object }>)['twitter:7'] ?? {}
  assert.deepEqual(enrichments, {
    ...{ spam: false, adult: false, interestingness: 0, timestamp: '2017-06-01T00:00:00.000Z', version: '1' },
    psychographics: { languages: { en: 1 }, top_languages: ['en'] },
    vcard: { name: { given_name: 'Ann', fn: 'Ann Lee' } }
  })
  const habits = await postHabits(warehouse, ['twitter:7' as ProfileId])
  assert.equal(habits.get('twitter:7')?.with_sentiment, 0)
  assert.equal((await pageOfProfiles(warehouse, '', 10)).items[0]?.modelVersion, '1')
  assert.equal((await pageOfPosts(warehouse, { author: '', id: '' }, 10)).items[0]?.modelVersion, '1')
  const Facts = Type.Object({ spam_posts: Type.Number(), interests: Type.Array(Type.String()) })
  assert.deepEqual(await warehouse.rows(Facts, 'SELECT spam_posts, interests FROM account_activity'), [
    { spam_posts: 0, interests: [] }
  ])

  await populate(warehouse, { profiles: [{ id: 'twitter:7', gender: 'female', observedAt: worldTime + 1 }] }, 2)
  const Gender = Type.Object({ gender: Type.String() })
  assert.deepEqual(await warehouse.rows(Gender, 'SELECT gender FROM enrichments FINAL'), [{ gender: 'female' }])
})
