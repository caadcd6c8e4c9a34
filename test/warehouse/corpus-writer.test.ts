import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import Type from 'typebox'
import { warehouseEngines } from '../support/engines.ts'
import { idOf, populate, worldTime } from '../support/world.ts'

const Any = Type.Record(Type.String(), Type.Unknown())
const nasty = "tab\tline\nback\\slash 'quote' NUL \0 😀"

for (const engine of warehouseEngines) {
  suite(engine.name, () => {
    test('a profile is stored as it was read, with what enrichment says of it', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, {
        profiles: [
          {
            id: 'ann',
            handle: 'Ann_B',
            name: nasty,
            summary: nasty,
            verified: true,
            protected: false,
            followers: 5_000_000_000,
            influence: 12.5,
            givenName: 'Ann',
            nameConfidence: 0.75,
            ...{ accountType: 'person', gender: 'female', birthyear: 1984, place: JSON.stringify({ name: nasty }) },
            ...{ country: 'US', continent: 'NA', globalMetroArea: nasty, usMetroArea: 'Boston' },
            ...{ interests: ['music', nasty], spam: true, adult: false, interestingness: 0.25 },
            evidence: [{ trait: 'name', value: nasty, confidence: 0.75, from: 'name' }]
          }
        ]
      })

      assert.deepEqual(await warehouse.rows(Any, 'SELECT DISTINCT * FROM profiles'), [
        {
          id: idOf('ann'),
          handle: 'Ann_B',
          name: nasty,
          summary: nasty,
          location: '',
          url: '',
          lang: '',
          time_zone: '',
          verified: 1,
          protected: 0,
          published: -1,
          followers: 5_000_000_000,
          friends: -1,
          statuses: -1,
          listed: -1,
          favourites: -1,
          image: '',
          observed_at: worldTime,
          import_id: 1
        }
      ])
      const [traits] = await warehouse.rows(Any, 'SELECT DISTINCT * FROM enrichments')
      assert.deepEqual(
        { ...traits, evidence: JSON.parse(String(traits?.evidence)) },
        {
          id: idOf('ann'),
          influence: 12.5,
          given_name: 'Ann',
          family_name: '',
          honorific_prefix: '',
          name_confidence: 0.75,
          ...{ account_type: 'person', gender: 'female', birthyear: 1984, place: JSON.stringify({ name: nasty }) },
          ...{ country: 'US', continent: 'NA', global_metro_area: nasty, us_metro_area: 'Boston' },
          ...{ interests: ['music', nasty], spam: 1, adult: 0, interestingness: 0.25 },
          evidence: [{ trait: 'name', value: nasty, confidence: 0.75, from: 'name' }],
          model_version: '5',
          version: worldTime * 1000 + 5
        }
      )
    })

    test('a post is stored as it was read; a mention is an id, or a handle with its service', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, {
        posts: [
          {
            author: 'ann',
            id: 'twitter:77',
            createdAt: 1_500_000_000_000,
            kind: 'reply',
            refAuthor: 'bob',
            lang: 'en',
            text: nasty,
            client: 'Web',
            hashtags: [nasty, 'two'],
            mentions: [
              { id: idOf('bob'), handle: 'bob' },
              { id: null, handle: 'NASA' },
              { id: null, handle: null }
            ],
            urls: ['https://example.org/a?b=c,d'],
            retweets: 3,
            favorites: 0,
            place: 'Köln',
            coordinates: { latitude: 50.9, longitude: -6.9 },
            language: 'en',
            device: 'iPhone',
            os: 'iOS',
            domains: ['example.org'],
            ...{ sentiment: 'positive', interests: [nasty, 'tv'], spam: false, adult: true, interestingness: 0.5 }
          }
        ]
      })

      assert.deepEqual(await warehouse.rows(Any, 'SELECT DISTINCT * FROM posts'), [
        {
          author: idOf('ann'),
          id: 'twitter:77',
          created_at: 1_500_000_000_000,
          kind: 'reply',
          ref_author: idOf('bob'),
          lang: 'en',
          text: nasty,
          client: 'Web',
          hashtags: [nasty, 'two'],
          mentions: [idOf('bob'), 'twitter:@nasa'],
          urls: ['https://example.org/a?b=c,d'],
          retweets: 3,
          favorites: 0,
          place: 'Köln',
          latitude: 50.9,
          longitude: -6.9,
          language: 'en',
          device: 'iPhone',
          os: 'iOS',
          domains: ['example.org'],
          ...{ sentiment: 'positive', interests: [nasty, 'tv'], spam: 0, adult: 1, interestingness: 0.5 },
          model_version: '5',
          observed_at: worldTime,
          import_id: 1
        }
      ])
    })

    test('of two observations the newer wins, in whichever order they arrive', async t => {
      const warehouse = await engine.open(t)
      const newer = { id: 'ann', name: 'New', handle: 'new_ann', observedAt: worldTime + 1000 }
      const older = { id: 'ann', name: 'Old', handle: 'ann', observedAt: worldTime }
      for (const [importId, profile] of [newer, older].entries()) {
        await populate(warehouse, { profiles: [profile] }, importId + 1)
      }
      await populate(warehouse, { profiles: [{ ...older, id: 'bob' }] }, 3)
      await populate(warehouse, { profiles: [{ ...newer, id: 'bob' }] }, 4)

      for (const table of ['profiles', 'known_accounts']) {
        const sql = `SELECT DISTINCT name, handle FROM ${table} FINAL`
        assert.deepEqual(await warehouse.rows(Any, sql), [{ name: 'New', handle: 'new_ann' }], table)
      }
    })

    test('an account known by half does not replace what is known whole', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, { accounts: [{ id: 'ann', handle: 'ann', name: 'Ann' }] })
      await populate(warehouse, { accounts: [{ id: 'ann', handle: 'ann', name: null, observedAt: worldTime + 1 }] }, 2)
      await populate(warehouse, { accounts: [{ id: 'bob', handle: null, name: null }] }, 3)

      assert.deepEqual(await warehouse.rows(Any, 'SELECT DISTINCT id, handle, name FROM known_accounts FINAL'), [
        { id: idOf('ann'), handle: 'ann', name: 'Ann' }
      ])
    })

    test('importing the same again changes no fact', async t => {
      const warehouse = await engine.open(t)
      const contents = {
        profiles: ['ann', 'bob'],
        follows: [['ann', 'bob']],
        posts: [{ author: 'ann', id: 'twitter:1' }],
        interactions: [{ from: 'ann', to: 'bob', postId: 'twitter:1' }]
      } as const
      const facts = async () => ({
        reach: await warehouse.rows(
          Any,
          'SELECT DISTINCT id, followers, engagers FROM account_reach FINAL ORDER BY id'
        ),
        activity: await warehouse.rows(
          Any,
          'SELECT DISTINCT id, following, engagements, last_post_at FROM account_activity FINAL ORDER BY id'
        ),
        totals: await warehouse.rows(Any, 'SELECT DISTINCT name, value FROM corpus_totals FINAL ORDER BY name')
      })
      await populate(warehouse, contents)
      const first = await facts()
      await populate(warehouse, contents, 2)
      assert.deepEqual(await facts(), first)
    })
  })
}
