import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toProfileId } from '../model/ids.ts'
import type { Post } from '../model/post.ts'
import type { Profile } from '../model/profile.ts'
import { noPostTraits, noProfileTraits } from '../model/traits.ts'
import { createEnricher } from './enrich.ts'

const enricher = createEnricher()
const id = toProfileId('twitter', '816683274076614656') ?? assert.fail()

const profile: Profile = {
  id,
  handle: 'RepRaskin',
  name: 'Rep. Jamie Raskin',
  summary: 'Proudly serving the people of the 8th District.',
  location: null,
  url: null,
  lang: 'en',
  timeZone: null,
  verified: true,
  protected: false,
  published: Date.parse('2017-01-04'),
  followers: 9999,
  friends: 400,
  statuses: 999,
  listed: 99,
  favourites: null,
  image: null,
  observedAt: Date.parse('2017-08-09')
}

const post: Post = {
  id: 'twitter:874700960756576256',
  author: id,
  createdAt: Date.parse('2017-06-13T18:00:00Z'),
  kind: 'post',
  refAuthor: null,
  lang: null,
  text: 'Read my letter to the Attorney General: https://t.co/abc',
  client: 'Twitter for iPhone',
  hashtags: [],
  mentions: [],
  urls: ['https://raskin.house.gov/letter', 'https://nyti.ms/2rt', 'https://raskin.house.gov/2'],
  retweets: null,
  favorites: null,
  place: null,
  coordinates: null
}

test('a profile is enriched by every trait, each value with its evidence', () => {
  const { evidence, influence, interestingness, ...said } = enricher.profile(profile)
  assert.deepEqual(said, {
    ...noneOf(noProfileTraits, 'evidence', 'influence', 'interestingness'),
    accountType: 'person',
    gender: 'male',
    givenName: 'Jamie',
    familyName: 'Raskin',
    honorificPrefix: 'Rep.',
    nameConfidence: 0.98
  })
  assert.ok(influence === 56.6 && interestingness > 0 && interestingness < 1)
  assert.deepEqual(
    evidence.map(({ trait, value }) => [trait, value]),
    [
      ['account_type', 'person'],
      ['gender', 'male'],
      ['influence', '56.6'],
      ['given_name', 'Jamie'],
      ['family_name', 'Raskin'],
      ['honorific_prefix', 'Rep.']
    ]
  )
})

test('a place is written with what aggregates count of it', () => {
  const { place, country, continent, globalMetroArea, usMetroArea } = enricher.profile({
    ...profile,
    location: 'Boston, USA'
  })
  assert.deepEqual(
    [(JSON.parse(place) as { geo_name_id: number }).geo_name_id, country, continent, globalMetroArea, usMetroArea],
    [4930956, 'US', 'NA', 'Boston', 'Boston-Cambridge-Newton, MA-NH']
  )
})

test('an organization has neither a gender nor a year of birth', () => {
  const { accountType, gender, birthyear } = enricher.profile({
    ...profile,
    handle: 'VeryLargeLibrary',
    name: 'The Very Large Library',
    summary: 'We are the official account of your public library, born in 1985. Ask our staff!'
  })
  assert.deepEqual([accountType, gender, birthyear], ['organization', '', 0])
})

test('a post is enriched by every trait', () => {
  const { interestingness, interests, ...said } = enricher.post(post)
  assert.deepEqual(said, {
    language: 'en',
    device: 'mobile',
    os: 'ios',
    domains: ['raskin.house.gov', 'nytimes.com'],
    sentiment: 'neutral',
    spam: false,
    adult: false
  })
  assert.ok(interests.includes('politics') && interestingness > 0)
})

test('what a source does not say stays empty', () => {
  assert.deepEqual(enricher.post({ ...post, text: null, client: null, urls: [] }), noPostTraits)
})

test('a trait that is off is not said, also where another needs it', () => {
  const without = createEnricher(['account_type'])
  const { accountType, gender, evidence } = without.profile(profile)
  assert.deepEqual([accountType, gender], ['', 'male'])
  assert.ok(!evidence.some(({ trait }) => trait === 'account_type'))
  assert.notEqual(without.version, enricher.version)
})

function noneOf<Traits extends object>(traits: Traits, ...names: (keyof Traits)[]) {
  return Object.fromEntries(Object.entries(traits).filter(([name]) => !names.includes(name as keyof Traits)))
}
