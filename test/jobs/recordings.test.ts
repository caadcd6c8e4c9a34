import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { noPrivacy, type Privacy } from '../../src/analytics/privacy.ts'
import { loadTargets } from '../../src/analytics/targets/targets.ts'
import { Conflict, Forbidden, InvalidRequest, NotFound, TooMany } from '../../src/errors.ts'
import { createFilters } from '../../src/jobs/recordings/filters.ts'
import type { Recordings } from '../../src/jobs/recordings/recording.ts'
import { createRecordings } from '../../src/jobs/recordings/recordings.ts'
import { createSample } from '../../src/jobs/recordings/sample.ts'
import { standingHash, standingRecordingId } from '../../src/jobs/recordings/standing-recording.ts'
import { createTagging } from '../../src/jobs/recordings/tag-recording.ts'
import { createVolume } from '../../src/jobs/recordings/volume.ts'
import { ensureAccount } from '../../src/store/accounts.ts'
import { raiseCorpusRevision } from '../../src/store/corpus-revision.ts'
import { ensureIdentity } from '../../src/store/ensure-identity.ts'
import { serviceSpans } from '../../src/store/service-spans.ts'
import type { Caller } from '../../src/store/verify-token.ts'
import { type Engine, engines, testDatabase } from '../support/databases.ts'
import { populate, type WorldContents, world, worldTime } from '../support/world.ts'

const cats = 'interaction.content contains "cat"'
const hour = 3_600_000
const corpus: WorldContents = {
  profiles: ['ann', 'bob', { id: 'cleo', protected: true }],
  posts: [
    { author: 'ann', text: 'A cat on the mat' },
    { author: 'bob', text: 'Two cats', hashtags: ['pets'] },
    { author: 'bob', text: 'One cat, please', hashtags: ['pets'] },
    { author: 'cleo', text: 'My cat' }
  ]
}

async function recordingWorld(
  t: TestContext,
  engine: Engine,
  wishes: { privacy?: Privacy; contents?: WorldContents; now?: () => number } = {}
) {
  const { privacy = noPrivacy, contents = corpus, now = () => worldTime + hour } = wishes
  const database = await testDatabase(t, engine)
  const warehouse = await world(t, contents)
  const targets = loadTargets([])
  const recordings = createRecordings({
    database,
    filters: createFilters({ database, targets, now }),
    spans: serviceSpans(database, warehouse),
    volume: createVolume({ database, warehouse, targets, privacy, now }),
    sample: createSample({ database, warehouse, targets, tag: createTagging(database, targets), now }),
    now
  })
  await ensureAccount(database.db, 'acme', 1)
  const identity = async (label: string): Promise<Caller> => ({
    accountId: 'acme',
    role: 'member',
    identityId: await ensureIdentity(database.db, 'acme', label, 1)
  })
  const account: Caller = { accountId: 'acme', role: 'member', identityId: null }
  return {
    database,
    warehouse,
    recordings,
    sales: await identity('sales'),
    support: await identity('support'),
    account
  }
}

async function start(recordings: Recordings, caller: Caller, csdl = cats, name = 'cats', isSinceStart = false) {
  const { hash } = await recordings.compile(csdl)
  return recordings.start(caller, 'twitter', { hash, name, isSinceStart })
}

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a filter is compiled once, however it is laid out', async t => {
      const { recordings } = await recordingWorld(t, engine, { now: () => 5_000 })
      const compiled = await recordings.compile(cats)

      assert.match(compiled.hash, /^[0-9a-f]{32}$/)
      assert.deepEqual(compiled, { hash: compiled.hash, createdAt: 5_000 })
      assert.deepEqual(await recordings.compile(`// cats\n INTERACTION.content   contains "cat"`), compiled)
      await recordings.validate(`stream "${compiled.hash}" and interaction.hashtags == "pets"`)
      await assert.rejects(recordings.validate('interaction.content contains'), /We are unable to parse this stream/)
      await assert.rejects(recordings.validate('interaction.nonsense exists'), InvalidRequest)
      await assert.rejects(recordings.compile(`stream "${'0'.repeat(32)}"`), /stream/)
    })

    test('a recording is started, stopped, started again and changed', async t => {
      const { recordings, sales } = await recordingWorld(t, engine)
      const started = await start(recordings, sales)
      const seconds = (worldTime + hour) / 1000
      const { id, hash } = started
      assert.match(id, /^[0-9a-f]{40}$/)
      assert.deepEqual(started, {
        ...{ id, hash, service: 'twitter', identityId: sales.identityId, name: 'cats' },
        ...{ start: seconds, end: null, isSinceStart: false, createdAt: worldTime + hour }
      })
      assert.deepEqual(await recordings.get(sales, 'twitter', id), started)
      assert.deepEqual(await recordings.get(sales, 'twitter', hash), started)

      await recordings.stop(sales, 'twitter', id)
      assert.equal((await recordings.get(sales, 'twitter', id)).end, seconds)
      await assert.rejects(recordings.stop(sales, 'twitter', id), new Conflict('Subscription not running'))
      assert.deepEqual(await recordings.restart(sales, 'twitter', id), started)
      await assert.rejects(recordings.restart(sales, 'twitter', id), new Conflict('Subscription already running'))

      const { hash: dogs } = await recordings.compile('interaction.content contains "dog"')
      await recordings.update(sales, 'twitter', id, { hash: dogs, name: 'dogs' })
      assert.deepEqual(await recordings.get(sales, 'twitter', id), { ...started, hash: dogs, name: 'dogs' })
    })

    test('every service with data has a standing recording of everything, the same on every server', async t => {
      const { recordings, sales, account } = await recordingWorld(t, engine)
      const id = standingRecordingId('twitter')
      const standing = await recordings.get(sales, 'twitter', id)

      assert.equal(id, '642f2a0a4f74e76c66a9427f0216e7430352e17e')
      assert.deepEqual(standing, {
        ...{ id, service: 'twitter', identityId: null, name: 'Everything of twitter', hash: standingHash },
        ...{ start: worldTime / 1000, end: null, isSinceStart: false, createdAt: worldTime }
      })
      assert.equal(await recordings.volume(standing), 4)
      assert.deepEqual(await recordings.get(account, 'twitter', id), standing)
      await assert.rejects(recordings.stop(sales, 'twitter', id), Conflict)
      await assert.rejects(recordings.update(sales, 'twitter', id, { name: 'mine' }), Conflict)
      await assert.rejects(recordings.get(sales, 'linkedin', standingRecordingId('linkedin')), NotFound)
    })

    test('an identity sees its own recordings, the account those of all, both the standing one', async t => {
      const { recordings, sales, support, account } = await recordingWorld(t, engine)
      const one = await start(recordings, sales, cats, 'one')
      const two = await start(recordings, sales, cats, 'two')
      const three = await start(recordings, support, cats, 'three')
      const order = { page: 1, perPage: 25, orderBy: 'created_at', isDescending: false } as const
      const ids = async (caller: Caller, wanted: object = {}) => {
        const { count, recordings: found } = await recordings.list(caller, 'twitter', { ...order, ...wanted })
        return [count, ...found.map(recording => recording.id)]
      }
      const standing = standingRecordingId('twitter')
      const sorted = (...list: string[]) => list.sort()

      assert.deepEqual(await ids(support), [2, standing, three.id])
      assert.deepEqual(await ids(sales), [3, standing, ...sorted(one.id, two.id)])
      assert.deepEqual((await ids(account)).slice(0, 2), [4, standing])
      const byId = sorted(standing, one.id, two.id, three.id)
      assert.deepEqual(await ids(account, { orderBy: 'id' }), [4, ...byId])
      const pages = await Promise.all(
        [1, 2, 3].map(async page =>
          (await ids(account, { orderBy: 'id', isDescending: true, perPage: 3, page })).slice(1)
        )
      )
      assert.deepEqual(pages, [byId.toReversed().slice(0, 3), byId.toReversed().slice(3), []])
      await assert.rejects(recordings.get(support, 'twitter', one.id), new NotFound('Subscription not found'))
      await assert.rejects(recordings.stop(support, 'twitter', one.id), NotFound)
      await assert.rejects(recordings.get(sales, 'linkedin', one.id), NotFound)
    })

    test('the volume counts the interactions of the filter from start to end, by the rules of privacy', async t => {
      const now = worldTime + 3_000 // After three of the four posts.
      const { database, warehouse, recordings, sales } = await recordingWorld(t, engine, { now: () => now })
      const live = await start(recordings, sales, cats, 'live')
      const fresh = await start(recordings, sales, cats, 'fresh', true)
      await recordings.stop(sales, 'twitter', live.id)
      const volumeOf = async (id: string) => recordings.volume(await recordings.get(sales, 'twitter', id))

      assert.deepEqual([await volumeOf(live.id), await volumeOf(fresh.id)], [2, 0])
      await populate(warehouse, { posts: [{ author: 'dora', id: 'twitter:7', text: 'another cat' }] }, 2)
      assert.equal(await volumeOf(live.id), 2)
      await raiseCorpusRevision(database.db)
      assert.equal(await volumeOf(live.id), 3)

      const guarded = await recordingWorld(t, engine, { privacy: { ...noPrivacy, minTotal: 5, roundTo: 5 } })
      const id = standingRecordingId('twitter')
      assert.equal(await guarded.recordings.volume(await guarded.recordings.get(sales, 'twitter', id)), 0)
    })

    test('tags are named by their path', async t => {
      const { recordings, sales } = await recordingWorld(t, engine)
      const rules = `tag.pets.kind "cat" { ${cats} } tag.pets.kind "pet" { interaction.hashtags == "pets" } tag.score 2 { ${cats} }`
      const { id } = await start(recordings, sales, `${rules} return { ${cats} }`)

      const names = ['interaction.tag_tree.pets.kind', 'interaction.tag_tree.score']
      assert.deepEqual(await recordings.tags(sales, 'twitter', id), names)
      assert.deepEqual(await recordings.tags(sales, 'twitter', standingRecordingId('twitter')), [])
    })

    test('a sample shows the newest interactions without authors and without protected accounts', async t => {
      const { recordings, sales } = await recordingWorld(t, engine)
      const rules = 'tag.pets "pet" { interaction.hashtags == "pets" } tag.score 2 { interaction.hashtags exists }'
      const { id } = await start(recordings, sales, `${rules} return { ${cats} }`)
      const { remaining, resetAt, interactions } = await recordings.sample(sales, 'twitter', id, { count: 10 })

      assert.deepEqual([remaining, resetAt], [98, (worldTime + 2 * hour) / 1000])
      assert.deepEqual(JSON.parse(JSON.stringify(interactions)), [
        {
          interaction: {
            id: 'twitter:9000002',
            content: 'One cat, please',
            subtype: 'story',
            media_type: 'post',
            created_at: 'Thu, 01 Jun 2017 00:00:02 +0000',
            hashtags: ['pets'],
            tag_tree: { pets: ['pet'], score: 2 }
          },
          twitter: { language: 'en', links: [] }
        },
        {
          interaction: {
            id: 'twitter:9000000',
            content: 'A cat on the mat',
            subtype: 'story',
            media_type: 'post',
            created_at: 'Thu, 01 Jun 2017 00:00:00 +0000',
            hashtags: []
          },
          twitter: { language: 'en', links: [] }
        }
      ])
      const later = { count: 10, start: worldTime / 1000 + 1, filter: 'interaction.hashtags == "pets"' }
      const { interactions: pets } = await recordings.sample(sales, 'twitter', standingRecordingId('twitter'), later)
      assert.deepEqual(
        pets.map(({ interaction }) => interaction?.id),
        ['twitter:9000002', 'twitter:9000001']
      )
    })

    test('an hour shows 100 interactions of a recording, then it says when there will be more', async t => {
      let now = worldTime + hour
      const posts = Array.from({ length: 120 }, (_, index) => ({ author: 'ann', text: `cat ${index}` }))
      const { recordings, sales, support } = await recordingWorld(t, engine, { contents: { posts }, now: () => now })
      const id = standingRecordingId('twitter')
      const shown = async (caller: Caller, count: number) => {
        const { remaining, interactions } = await recordings.sample(caller, 'twitter', id, { count })
        return [interactions.length, remaining]
      }

      assert.deepEqual(await shown(sales, 70), [70, 30])
      assert.deepEqual(await shown(sales, 70), [30, 0])
      await assert.rejects(
        shown(sales, 10),
        (error: unknown) => error instanceof TooMany && error.retryAfterS === 3_600
      )
      assert.deepEqual(await shown(support, 10), [10, 90])
      now += hour
      assert.deepEqual(await shown(sales, 10), [10, 90])
    })

    test('a sample that fails leaves the hour as it was', async t => {
      const { recordings, sales, warehouse } = await recordingWorld(t, engine)
      const id = standingRecordingId('twitter')
      await recordings.sample(sales, 'twitter', id, { count: 10 })
      await warehouse.command('RENAME TABLE posts TO posts_away')
      await assert.rejects(recordings.sample(sales, 'twitter', id, { count: 50 }))
      await warehouse.command('RENAME TABLE posts_away TO posts')

      const { remaining, interactions } = await recordings.sample(sales, 'twitter', id, { count: 100 })
      assert.deepEqual([interactions.length, remaining], [3, 94])
    })

    test('no sample is shown of what is chosen by what is inferred of people', async t => {
      const { recordings, sales } = await recordingWorld(t, engine)
      const women = 'interaction.author.gender == "female"'
      const { id } = await start(recordings, sales, women)
      const tagged = await start(recordings, sales, `tag.women "yes" { ${women} } return { ${cats} }`)
      const standing = standingRecordingId('twitter')

      await assert.rejects(recordings.sample(sales, 'twitter', id, { count: 10 }), InvalidRequest)
      await assert.rejects(recordings.sample(sales, 'twitter', tagged.id, { count: 10 }), InvalidRequest)
      await assert.rejects(recordings.sample(sales, 'twitter', standing, { count: 10, filter: women }), InvalidRequest)
      const french = { count: 10, filter: 'interaction.language == "fr"' }
      assert.deepEqual((await recordings.sample(sales, 'twitter', standing, french)).interactions, [])
    })

    test('what cannot be recorded is refused', async t => {
      const { recordings, sales, account } = await recordingWorld(t, engine)
      const { hash } = await recordings.compile(cats)
      const { hash: tagsOnly } = await recordings.compile(`tag.cat "yes" { ${cats} }`)
      const refused = (wanted: { hash?: string; name?: string }, error: object, caller = sales) =>
        assert.rejects(
          recordings.start(caller, 'twitter', { hash, name: 'cats', isSinceStart: false, ...wanted }),
          error
        )

      await refused({}, Forbidden, account)
      await refused({ name: '' }, new InvalidRequest(`Missing param 'name'`))
      await refused({ name: 'x'.repeat(201) }, InvalidRequest)
      await refused({ hash: 'nonsense' }, new InvalidRequest('hash must be a valid hash'))
      await refused({ hash: 'f'.repeat(32) }, NotFound)
      await refused({ hash: tagsOnly }, InvalidRequest)
      const { id } = await start(recordings, sales)
      await assert.rejects(recordings.get(sales, 'twitter', `${id}'; --`), NotFound)
    })
  })
}
