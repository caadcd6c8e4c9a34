import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { createEnricher } from '../../src/enrichment/enrich.ts'
import { noPostTraits, noProfileTraits, traitNames } from '../../src/model/traits.ts'
import { importBytes, importStores } from './import-world.ts'

const profiles = 'id,screen_name,name,description,location\n7,ann,Dr. Ann Lee,Born 1984. I love science,"Boston, USA"\n'
const posts =
  'id,author_id,created_at,text,lang,source\n' +
  '70,7,2017-05-01,What a great concert and what music! https://example.org,en,Twitter for iPhone\n'

test('what traits that are off would say is written nowhere', async t => {
  const stores = { ...(await importStores(t)), enricher: createEnricher(traitNames) }
  await importBytes(stores, profiles, { name: 'profiles.csv' })
  await importBytes(stores, posts, { name: 'posts.csv' })
  const Row = Type.Record(Type.String(), Type.Unknown())
  const only = async (sql: string) => (await stores.warehouse.rows(Row, sql))[0]

  const { evidence: _, ...columns } = noProfileTraits
  const { id, version, model_version, evidence, ...said } = (await only('SELECT * FROM enrichments')) ?? {}
  assert.deepEqual([id, evidence, model_version], ['twitter:7', '[]', stores.enricher.version])
  assert.deepEqual(
    Object.keys(said).sort(),
    Object.keys(columns)
      .map(name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`))
      .sort()
  )
  assert.ok(Object.values(said).every(isNothing), JSON.stringify(said))

  const ofPost = await only(`SELECT ${Object.keys(noPostTraits).join(', ')} FROM posts`)
  assert.ok(Object.values(ofPost ?? { none: 1 }).every(isNothing), JSON.stringify(ofPost))
  const facts = await only('SELECT language, device, os, interests, spam_posts, positive_posts FROM account_activity')
  assert.ok(Object.values(facts ?? { none: 1 }).every(isNothing), JSON.stringify(facts))
})

const isNothing = (value: unknown) => value === '' || value === 0 || (Array.isArray(value) && value.length === 0)
