import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { interactionsFrom } from '../../src/analytics/interactions/interactions-from.ts'
import type { TargetSource } from '../../src/analytics/targets/target.ts'
import { loadTargets } from '../../src/analytics/targets/targets.ts'
import { traitNames } from '../../src/model/traits.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { idOf, world } from '../support/world.ts'

const targets = loadTargets([])

/** What every target of a vocabulary says of the one post of a small world; missing ones are left out. */
async function valuesOf(warehouse: Warehouse, prefix: string): Promise<Record<string, unknown>> {
  const wanted = targets.all.filter(target => target.name.startsWith(prefix))
  const needs = new Set<TargetSource>(wanted.map(target => target.source))
  const params = Object.assign({}, ...wanted.map(target => target.params ?? {}))
  const columns = wanted.map((target, at) => `${target.expression} AS v${at}`)
  const [row = {}] = await warehouse.rows(
    Type.Record(Type.String(), Type.Unknown()),
    `SELECT ${columns.join(', ')} FROM ${interactionsFrom(needs)} ORDER BY post.created_at LIMIT 1`,
    { ...params, service_prefix: 'twitter:', tags_hash: 'none' }
  )
  const isMissing = (value: unknown) =>
    value === '' || value === null || (Array.isArray(value) && value.every(item => item === null))
  const named = wanted.map((target, at) => [target.name, row[`v${at}`]] as const)
  return Object.fromEntries(named.filter(([, value]) => !isMissing(value)))
}

const ann = {
  id: 'ann',
  name: 'Ann Aston',
  summary: 'Senator. Loves trains.',
  location: 'Albany, NY',
  url: 'https://ann.example',
  lang: 'en',
  timeZone: 'UTC',
  verified: true,
  followers: 1200,
  friends: 7,
  statuses: 90,
  listed: 3,
  favourites: 0,
  published: Date.UTC(2010, 0, 1),
  accountType: 'person',
  gender: 'female',
  birthyear: 1980,
  country: 'US',
  globalMetroArea: 'New York City',
  place: JSON.stringify({ location: { state: 'New York', country: 'United States' } }),
  interests: ['politics']
}

test('targets of every vocabulary read the post, its author and its author’s profile', async t => {
  const warehouse = await world(t, {
    profiles: [ann, { id: 'acme', name: 'ACME Railways', accountType: 'organization' }],
    posts: [
      {
        author: 'ann',
        text: 'Trains, please! #rail',
        client: 'Web',
        kind: 'quote',
        refAuthor: 'acme',
        lang: 'en',
        hashtags: ['rail'],
        mentions: [
          { id: idOf('acme'), handle: null },
          { id: null, handle: 'Somebody' }
        ],
        urls: ['HTTP://www.Rail.example:80/a/?utm_source=x&b=1#top'],
        retweets: 4,
        place: 'Albany',
        coordinates: { latitude: 42.5, longitude: -73.5 },
        domains: ['rail.example'],
        sentiment: 'positive',
        interests: ['travel'],
        device: 'desktop',
        os: 'mac'
      }
    ]
  })

  assert.deepEqual(await valuesOf(warehouse, 'links.'), {
    'links.url': ['HTTP://www.Rail.example:80/a/?utm_source=x&b=1#top'],
    'links.normalized_url': ['http://rail.example/a?b=1'],
    'links.domain': ['rail.example']
  })
  const { 'interaction.sample': sample, ...interaction } = await valuesOf(warehouse, 'interaction.')
  assert.ok(typeof sample === 'number' && sample >= 0 && sample < 100)
  assert.deepEqual(interaction, {
    'interaction.id': 'twitter:9000000',
    'interaction.type': 'twitter',
    'interaction.subtype': 'reshare',
    'interaction.content': 'Trains, please! #rail',
    'interaction.raw_content': 'Trains, please! #rail',
    'interaction.media_type': 'link',
    'interaction.created_at': 1496275200,
    'interaction.received_at': 1496275200,
    'interaction.source': 'Web',
    'interaction.device': 'desktop',
    'interaction.os': 'mac',
    'interaction.language': 'en',
    'interaction.sentiment': 'positive',
    'interaction.hashtags': ['rail'],
    'interaction.mentions': ['acme', 'somebody'],
    'interaction.ml.categories': ['travel'],
    'interaction.interests': ['travel'],
    'interaction.geo': [42.5, -73.5],
    'interaction.author.id': '17415774',
    'interaction.author.username': 'ann',
    'interaction.author.name': 'Ann Aston',
    'interaction.author.link': 'https://ann.example',
    'interaction.author.language': 'en',
    'interaction.author.location': 'Albany, NY',
    'interaction.author.type': 'person',
    'interaction.author.gender': 'female',
    'interaction.author.age': '35-44',
    'interaction.author.country': 'United States',
    'interaction.author.country_code': 'US',
    'interaction.author.region': 'New York',
    'interaction.author.metro_area': 'New York City',
    'interaction.author.interests': ['politics']
  })
  assert.deepEqual(await valuesOf(warehouse, 'twitter.'), {
    'twitter.id': '9000000',
    'twitter.text': 'Trains, please! #rail',
    'twitter.type': 'quote',
    'twitter.lang': 'en',
    'twitter.source': 'Web',
    'twitter.hashtags': ['rail'],
    'twitter.links': ['HTTP://www.Rail.example:80/a/?utm_source=x&b=1#top'],
    'twitter.domains': ['rail.example'],
    'twitter.mentions': ['acme', 'somebody'],
    'twitter.created_at': 1496275200,
    'twitter.retweet.count': 4,
    'twitter.place.full_name': 'Albany',
    'twitter.geo': [42.5, -73.5],
    'twitter.user.id': '17415774',
    'twitter.user.screen_name': 'ann',
    'twitter.user.name': 'Ann Aston',
    'twitter.user.url': 'https://ann.example',
    'twitter.user.description': 'Senator. Loves trains.',
    'twitter.user.location': 'Albany, NY',
    'twitter.user.lang': 'en',
    'twitter.user.time_zone': 'UTC',
    'twitter.user.followers_count': 1200,
    'twitter.user.friends_count': 7,
    'twitter.user.statuses_count': 90,
    'twitter.user.listed_count': 3,
    'twitter.user.favourites_count': 0,
    'twitter.user.created_at': 1262304000,
    'twitter.user.verified': 1,
    'twitter.user.type': 'person',
    'twitter.user.gender': 'female',
    'twitter.user.age': '35-44',
    'twitter.user.country': 'United States',
    'twitter.user.country_code': 'US',
    'twitter.user.region': 'New York',
    'twitter.user.metro_area': 'New York City',
    'twitter.user.interests': ['politics']
  })
  assert.deepEqual(await valuesOf(warehouse, 'fb.'), {
    'fb.author.age': '35-44',
    'fb.author.gender': 'female',
    'fb.author.country': 'United States',
    'fb.author.country_code': 'US',
    'fb.author.region': 'New York',
    'fb.author.country_region': 'United States|New York',
    'fb.author.type': 'user',
    'fb.parent.author.age': 'unknown',
    'fb.parent.author.gender': 'unknown',
    'fb.parent.author.type': 'page',
    'fb.language': 'en',
    'fb.sentiment': 'positive',
    'fb.link': ['HTTP://www.Rail.example:80/a/?utm_source=x&b=1#top'],
    'fb.topics.name': ['travel'],
    'fb.content': 'Trains, please! #rail',
    'fb.all.content': 'Trains, please! #rail',
    'fb.hashtags': ['rail'],
    'fb.media_type': 'link',
    'fb.type': 'reshare',
    'fb.public': 'true',
    'fb.author.id': '17415774'
  })
  assert.deepEqual(await valuesOf(warehouse, 'li.'), {
    'li.type': 'activity',
    'li.subtype': 'activity|share',
    'li.activity.type': 'share',
    'li.media_type': 'article',
    'li.content': 'Trains, please! #rail',
    'li.all.content': 'Trains, please! #rail',
    'li.user.member.age': '35-54',
    'li.user.member.gender': 'female',
    'li.user.member.country': 'united states',
    'li.user.member.metro_area': 'new york city',
    'li.user.member.type': 'person',
    'li.root.user.member.age': 'unknown',
    'li.root.user.member.gender': 'unknown',
    'li.root.user.member.type': 'organization',
    'li.all.articles.summary': ['Trains, please! #rail'],
    'li.all.articles.url': ['HTTP://www.Rail.example:80/a/?utm_source=x&b=1#top'],
    'li.all.articles.domain': ['rail.example'],
    'li.all.hashtags': ['rail'],
    'li.all.mentions.company_names': ['acme railways'],
    'li.all.concepts.names': ['travel'],
    'li.all.concepts.types': ['interest']
  })
  assert.deepEqual(await valuesOf(warehouse, 'language.'), { 'language.tag': 'en' })
})

test('of an author about whom nothing is known only gender and age have a value', async t => {
  const warehouse = await world(t, { posts: [{ author: 'ann', language: '' }] })
  const said = await valuesOf(warehouse, 'twitter.user.')
  assert.deepEqual(said, {
    'twitter.user.id': '17415774',
    'twitter.user.age': 'unknown',
    'twitter.user.gender': 'unknown'
  })
})

test('an age is that of the year of the post in UTC, wherever the engine stands', async t => {
  const warehouse = await world(t, {
    profiles: [{ id: 'ann', birthyear: 1992 }],
    posts: [{ author: 'ann', createdAt: Date.UTC(2016, 11, 31, 23) }]
  })
  const { expression = '' } = targets.find('twitter.user.age') ?? {}
  const rows = await warehouse.rows(
    Type.Object({ age: Type.String() }),
    `SELECT ${expression} AS age FROM ${interactionsFrom(new Set(['author'] as const))}
     SETTINGS session_timezone = 'Asia/Tokyo'`,
    { service_prefix: 'twitter:' }
  )
  assert.deepEqual(rows, [{ age: '18-24' }])
})

test('a path of tags is one that rules can have', () => {
  assert.ok(targets.find('interaction.tag_tree.cars.maker-2'))
  for (const path of ['', '.a', 'a.', 'a..b', 'a b', "a'", 'a\0b', 'x'.repeat(201)])
    assert.equal(targets.find(`interaction.tag_tree.${path}`), undefined, path)
})

test('a target of a trait that is switched off does not exist', () => {
  const left = loadTargets(traitNames).all
  assert.deepEqual(
    left.filter(({ trait }) => trait !== undefined),
    []
  )
  assert.ok(loadTargets(['gender']).find('li.user.member.gender') === undefined)
  assert.ok(loadTargets(['gender']).find('li.user.member.age') !== undefined)
})

test('no target that names one author is counted or used in the filter of an analysis', () => {
  const naming = /\.(?:id|username|screen_name|name|link|url|profile_image_url)$/
  const open = targets.all.filter(
    ({ name, source, isAnalysable, isFilterable }) =>
      naming.test(name) && (source === 'profile' || name.endsWith('.id')) && (isAnalysable || isFilterable)
  )
  assert.deepEqual(open, [])
})
