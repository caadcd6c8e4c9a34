import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toProfileId } from '../model/ids.ts'
import type { Post } from '../model/post.ts'
import type { Profile } from '../model/profile.ts'
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

test('a profile is enriched with its name and its influence, each with what it rests on', () => {
  const from = 'followers, friends, listed, verified, account age, posts'
  assert.deepEqual(enricher.profile(profile), {
    influence: 56.6,
    givenName: 'Jamie',
    familyName: 'Raskin',
    honorificPrefix: 'Rep.',
    nameConfidence: 0.85,
    evidence: [
      { trait: 'influence', value: '56.6', confidence: 1, from },
      { trait: 'given_name', value: 'Jamie', confidence: 0.85, from: 'display name' },
      { trait: 'family_name', value: 'Raskin', confidence: 0.85, from: 'display name' },
      { trait: 'honorific_prefix', value: 'Rep.', confidence: 0.85, from: 'display name' }
    ]
  })
})

test('a post is enriched with its language, its device and the sites that it links to', () => {
  assert.deepEqual(enricher.post(post), {
    language: 'en',
    device: 'mobile',
    os: 'ios',
    domains: ['raskin.house.gov', 'nytimes.com']
  })
})

test('what a source does not say stays empty', () => {
  assert.deepEqual(enricher.post({ ...post, text: null, client: null, urls: [] }), {
    language: '',
    device: '',
    os: '',
    domains: []
  })
})
