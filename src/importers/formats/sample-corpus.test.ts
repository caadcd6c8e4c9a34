import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engagements, readText, writtenAt } from '../../../test/importers/read-text.ts'

const profile = {
  id: 'twitter:12',
  origin: 'somewhere',
  screen_name: 'Ann_B',
  name: 'Ann B',
  description: '#books',
  location: null,
  url: null,
  lang: 'en',
  time_zone: null,
  verified: true,
  protected: false,
  created_at: '2006-03-21T20:50:14Z',
  followers_count: 648,
  friends_count: 4579,
  statuses_count: 0,
  listed_count: null,
  favourites_count: 3,
  profile_image_url: null
}

test('a profile is read with what the source did not say as null', () => {
  const found = readText(JSON.stringify(profile))
  assert.equal(found.format, 'sample-profiles')
  assert.deepEqual(found.profiles, [
    {
      id: 'twitter:12',
      handle: 'Ann_B',
      name: 'Ann B',
      summary: '#books',
      location: null,
      url: null,
      lang: 'en',
      timeZone: null,
      verified: true,
      protected: false,
      published: Date.UTC(2006, 2, 21, 20, 50, 14),
      followers: 648,
      friends: 4579,
      statuses: 0,
      listed: null,
      favourites: 3,
      image: null,
      observedAt: writtenAt
    }
  ])
})

const post = {
  id: '900',
  author_id: 'twitter:1',
  created_at: '2017-06-13T17:30:00Z',
  kind: 'post',
  ref_author_id: null,
  lang: 'en',
  text: 'To @bob',
  client: 'Twitter Web Client',
  hashtags: ['a'],
  mentions: ['twitter:2'],
  urls: [],
  retweet_count: 3,
  favorite_count: null,
  place: { country_code: 'US', full_name: 'Cambridge, MA' },
  coordinates: { lon: -71.1, lat: 42.3 }
}

test('a post is read with the interactions that it makes', () => {
  const found = readText(JSON.stringify(post))
  assert.equal(found.format, 'sample-posts')
  assert.deepEqual(found.posts, [
    {
      id: 'twitter:900',
      author: 'twitter:1',
      createdAt: Date.UTC(2017, 5, 13, 17, 30),
      kind: 'post',
      refAuthor: null,
      lang: 'en',
      text: 'To @bob',
      client: 'Twitter Web Client',
      hashtags: ['a'],
      mentions: [{ id: 'twitter:2', handle: null }],
      urls: [],
      retweets: 3,
      favorites: null,
      place: 'Cambridge, MA',
      coordinates: { latitude: 42.3, longitude: -71.1 }
    }
  ])
  assert.deepEqual(engagements(found.interactions), ['twitter:1 mention twitter:2'])
})

test('a quote that starts with a handle also answers that account', () => {
  const quote = { ...post, kind: 'quote', ref_author_id: 'twitter:3', text: '@bob see' }
  assert.deepEqual(engagements(readText(JSON.stringify(quote)).interactions), [
    'twitter:1 quote twitter:3',
    'twitter:1 reply twitter:2'
  ])
})

test('follows are read with or without a service, and what is no follow is rejected with its line', () => {
  const found = readText('from_id,to_id,origin\ntwitter:1,twitter:2,x\n3,4,\n5,5,x\nann,6,x\n7,8\n9,"10\n')
  assert.equal(found.format, 'sample-follows')
  assert.deepEqual(found.follows, [
    ['twitter:1', 'twitter:2'],
    ['twitter:3', 'twitter:4']
  ])
  assert.deepEqual(found.rejects, [
    '4: an account that follows itself',
    '5: follower is no twitter id: ann',
    '6: 2 fields under 3 column names',
    '7: a quote in it is not closed, or is followed by something other than a separator'
  ])
})

test('interactions and accounts known by name are read', () => {
  const likes = readText(
    'from_id,to_id,type,post_id,created_at,origin\ntwitter:1,twitter:2,like,900,,x\n1,2,stare,900,,x\n'
  )
  assert.equal(likes.format, 'sample-interactions')
  assert.deepEqual(likes.interactions, [
    { from: 'twitter:1', to: 'twitter:2', type: 'like', postId: 'twitter:900', createdAt: null }
  ])
  assert.deepEqual(likes.rejects, ['3: type is one of mention, reply, retweet, quote, like, not stare'])

  const accounts = readText('id,screen_name,name\ntwitter:1,ann,"Ann, B"\n')
  assert.equal(accounts.format, 'sample-mentioned-accounts')
  assert.deepEqual(accounts.accounts, [{ id: 'twitter:1', handle: 'ann', name: 'Ann, B', observedAt: writtenAt }])
})
