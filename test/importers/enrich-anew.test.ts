import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import Type from 'typebox'
import { enrichedProfiles } from '../../src/analytics/analyses/enriched-profiles.ts'
import { followerDemographics } from '../../src/analytics/analyses/follower-demographics.ts'
import { drawFollowers } from '../../src/analytics/analyses/follower-sample.ts'
import { followerTerms } from '../../src/analytics/analyses/follower-terms.ts'
import { noPrivacy } from '../../src/analytics/privacy.ts'
import { createEnricher, type Enricher } from '../../src/enrichment/enrich.ts'
import { Stopped } from '../../src/errors.ts'
import { enrichAnew } from '../../src/importers/enrich-anew.ts'
import type { ImportStores } from '../../src/importers/read-into-corpus.ts'
import { erasePerson } from '../../src/jobs/erase-person.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import { corpusRevision } from '../../src/store/corpus-revision.ts'
import { importBytes, importStores, lines } from './import-world.ts'

const people = [1, 2, 3]
const profiles = `id,screen_name,name,description,location
${people.map(id => `${id},ann${id},Ann Lee,I bake bread,Boston`).join('\n')}
`
const posts = `id,author_id,created_at,text,lang,retweet_count
${people.flatMap(id => [1, 2].map(n => `${id}${n},${id},2017-05-0${n}T10:00:00Z,We love @bob and #bread,en,${n}`)).join('\n')}
`
const older: Enricher = { ...createEnricher(), version: '1' }

/** Three profiles with two posts each, as older models have enriched them. */
async function olderCorpus(t: TestContext): Promise<ImportStores> {
  const stores = await importStores(t)
  await importBytes({ ...stores, enricher: older }, profiles, { name: 'profiles.csv' })
  await importBytes({ ...stores, enricher: older }, posts, { name: 'posts.csv' })
  return stores
}

const models = async ({ warehouse }: ImportStores) => ({
  profiles: await lines(warehouse, 'id, model_version', 'enrichments'),
  posts: await lines(warehouse, 'id, model_version', 'posts')
})
const everyModel = (version: string) => ({
  profiles: people.map(id => `twitter:${id} ${version}`),
  posts: people.flatMap(id => [1, 2].map(n => `twitter:${id}${n} ${version}`))
})

test('a corpus is brought up to date, and a second run finds nothing to do', async t => {
  const stores = await olderCorpus(t)
  const { version } = stores.enricher
  const columns =
    'id, author, kind, text, toString(hashtags), toString(mentions), toString(retweets), toString(import_id)'
  const before = await lines(stores.warehouse, columns, 'posts')
  const revision = await corpusRevision(stores.database)

  const first = await enrichAnew(stores)
  assert.deepEqual(first, { profiles: 3, posts: 6, anew: 9 })
  assert.deepEqual(await models(stores), everyModel(version))
  assert.deepEqual(await lines(stores.warehouse, columns, 'posts'), before, 'what was imported is as it was')
  assert.ok((await corpusRevision(stores.database)) > revision, 'answers are computed anew')

  assert.deepEqual(await enrichAnew(stores), { profiles: 3, posts: 6, anew: 0 })
})

test('what was enriched by the models in use is left alone', async t => {
  const stores = await olderCorpus(t)
  await importBytes(stores, profiles.replaceAll('\n', '\n9'), { name: 'profiles.csv' })
  const progress: number[] = []
  const counts = await enrichAnew(stores, { onProgress: ({ anew }) => progress.push(anew) })
  assert.deepEqual(counts, { profiles: 6, posts: 6, anew: 9 })
  assert.deepEqual([progress.at(0), progress.at(-1)], [3, 9])
})

test('a trait that is switched off is taken away, and said again when it is on, whatever rows lie beside', async t => {
  const stores = await importStores(t)
  const without = { ...stores, enricher: createEnricher(['name']) }
  const others = Array.from({ length: 40 }, (_, index) => `${index + 100},ann${index},Ann Lee,I bake bread,Boston\n`)
  await importBytes(stores, `id,screen_name,name,description,location\n${others.join('')}`, { name: 'profiles.csv' })
  // Few rows beside many: nothing else makes the warehouse merge them.
  await importBytes(without, profiles, { name: 'profiles.csv' })
  const namesOf = async (...ids: readonly string[]) =>
    (await enrichedProfiles(stores.warehouse, ids as ProfileId[])).map(({ given_name }) => given_name)
  assert.deepEqual(await namesOf('twitter:1', 'twitter:100'), ['', 'Ann'])

  assert.deepEqual(await enrichAnew(stores), { profiles: 43, posts: 0, anew: 3 })
  assert.deepEqual(await namesOf('twitter:1', 'twitter:2', 'twitter:3'), ['Ann', 'Ann', 'Ann'])
  assert.deepEqual(await enrichAnew(stores), { profiles: 43, posts: 0, anew: 0 })

  assert.deepEqual(await enrichAnew(without), { profiles: 43, posts: 0, anew: 43 })
  assert.deepEqual(await namesOf('twitter:1', 'twitter:100'), ['', ''])
  assert.deepEqual(await enrichAnew(without), { profiles: 43, posts: 0, anew: 0 })
})

test('stopped between two pages it keeps what is done, and the next run goes on behind it', async t => {
  const stores = await olderCorpus(t)
  const stop = new AbortController()
  await assert.rejects(enrichAnew(stores, { onProgress: () => stop.abort(), signal: stop.signal }), {
    name: Stopped.name,
    message: 'Enriching anew was stopped. What is done is kept: ask again, and it goes on from there.'
  })
  assert.deepEqual((await models(stores)).profiles, everyModel(stores.enricher.version).profiles)
  assert.deepEqual((await models(stores)).posts, everyModel('1').posts)

  assert.deepEqual(await enrichAnew(stores), { profiles: 3, posts: 6, anew: 6 })
  assert.deepEqual(await models(stores), everyModel(stores.enricher.version))
})

test('stopped behind its last page it leaves no older row that counts, and the next run merges what it left', async t => {
  const stores = await importStores(t)
  const usual = createEnricher()
  const mistaken: Enricher = {
    ...usual,
    version: '1',
    profile: profile => ({ ...usual.profile(profile), gender: 'male', interests: ['cars'] }),
    post: post => ({ ...usual.post(post), domains: ['example.org'] })
  }
  await importBytes({ ...stores, enricher: mistaken }, profiles, { name: 'profiles.csv' })
  await importBytes({ ...stores, enricher: mistaken }, posts, { name: 'posts.csv' })
  await importBytes(stores, people.map(id => `${id},twitter:9`).join('\n'), {
    name: 'follows.csv',
    format: 'edge-list'
  })
  for (const table of ['enrichments', 'posts'])
    await stores.warehouse.command(`SYSTEM STOP MERGES ${stores.warehouse.database}.${table}`)
  const stop = new AbortController()
  const stopped = enrichAnew(stores, {
    onProgress: ({ posts: seen }) => {
      if (seen === 6) stop.abort()
    },
    signal: stop.signal
  })
  await assert.rejects(stopped, { name: Stopped.name })

  const wish = { ids: ['twitter:9' as ProfileId], size: 10, pull: 'random', seed: 0 } as const
  const sample = await drawFollowers(stores.warehouse, wish, new Map([['', 3]]))
  const told = async () =>
    [
      ...(await followerDemographics(stores.warehouse, sample)),
      ...(await followerTerms(stores.warehouse, sample, {
        privacy: noPrivacy,
        subjects: new Map([['', '']]),
        limit: 9
      }))
    ].flatMap(({ account, field, value, people: n }) =>
      account === '' && /gender|domains/.test(field) ? [[value, n]] : []
    )
  assert.deepEqual(await told(), [['female', 3]])

  for (const table of ['enrichments', 'posts'])
    await stores.warehouse.command(`SYSTEM START MERGES ${stores.warehouse.database}.${table}`)
  assert.deepEqual(await enrichAnew(stores), { profiles: 3, posts: 6, anew: 0 })
  const Rows = Type.Object({ rows: Type.Number() })
  assert.deepEqual(await stores.warehouse.rows(Rows, 'SELECT count() AS rows FROM posts'), [{ rows: 6 }])
})

test('an import meanwhile waits for a page, and wins where it is newer', async t => {
  const stores = await olderCorpus(t)
  const later = profiles.replaceAll('Ann Lee', 'Bea Stone')
  const observedAt = Date.now() + 1000
  let imported: Promise<unknown> | undefined
  await enrichAnew(stores, {
    onProgress: () => {
      imported ??= importBytes(stores, later, { name: 'profiles.csv', observedAt })
    }
  })
  await imported
  const { warehouse } = stores
  assert.deepEqual(await lines(warehouse, 'name', 'profiles'), ['Bea Stone', 'Bea Stone', 'Bea Stone'])
  assert.deepEqual(await lines(warehouse, 'given_name, family_name', 'enrichments'), [
    'Bea Stone',
    'Bea Stone',
    'Bea Stone'
  ])
})

test('somebody who is erased meanwhile does not come back', async t => {
  const stores = await olderCorpus(t)
  let erased: Promise<unknown> | undefined
  await enrichAnew(stores, {
    onProgress: () => {
      erased ??= erasePerson(stores, 'twitter:2', Date.now())
    }
  })
  await erased
  const left = await models(stores)
  assert.ok(!JSON.stringify(left).includes('twitter:2'), JSON.stringify(left))
})
