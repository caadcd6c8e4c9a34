import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engagements, readText, writtenAt } from '../../../test/importers/read-text.ts'

const user = (id: string, username: string, more: object = {}) => ({
  id,
  username,
  name: username.toUpperCase(),
  ...more
})
const full = {
  description: 'Hello',
  public_metrics: { followers_count: 7, following_count: 8, tweet_count: 9, listed_count: 1 }
}
const tweet = (id: string, more: object = {}) => ({
  id,
  text: 'Hello',
  created_at: '2022-03-10T16:47:48.000Z',
  ...more
})
const read = (value: unknown, columns: [string, string][] = []) =>
  readText(JSON.stringify(value), { columns: new Map(columns) })

test('users are profiles, those with nothing but names are accounts', () => {
  const found = read({ data: [user('1', 'ann', full), user('2', 'bob')], meta: { result_count: 2 } })
  assert.equal(found.format, 'x-v2')
  const [profile] = found.profiles
  assert.deepEqual(
    [profile?.id, profile?.handle, profile?.summary, profile?.followers, profile?.friends, profile?.statuses],
    ['twitter:1', 'ann', 'Hello', 7, 8, 9]
  )
  assert.deepEqual(found.accounts, [{ id: 'twitter:2', handle: 'bob', name: 'BOB', observedAt: writtenAt }])
})

test('posts are read with the authors, posts and places that the answer includes', () => {
  const found = read({
    data: [
      tweet('900', {
        author_id: '1',
        in_reply_to_user_id: '3',
        referenced_tweets: [
          { type: 'quoted', id: '901' },
          { type: 'replied_to', id: '902' }
        ],
        entities: {
          hashtags: [{ tag: 'Tag' }],
          mentions: [{ username: 'Cid', id: '3' }],
          urls: [
            { url: 'https://t.co/a', expanded_url: 'https://bit.example/a', unwound_url: 'https://example.org/a' },
            { url: 'https://t.co/b', expanded_url: 'https://twitter.com/x/photo/1', display_url: 'pic.twitter.com/b' }
          ]
        },
        geo: { place_id: 'p1', coordinates: { type: 'Point', coordinates: [-79.9, 36] } },
        public_metrics: { retweet_count: 2, like_count: 3 },
        source: 'Twitter Web App'
      })
    ],
    includes: {
      users: [user('1', 'ann', full)],
      tweets: [tweet('901', { author_id: '2' }), tweet('902')],
      places: [{ id: 'p1', full_name: 'Berlin, Germany' }]
    },
    errors: [{ title: 'Not Found Error' }]
  })
  assert.deepEqual(found.posts.at(-1), {
    id: 'twitter:900',
    author: 'twitter:1',
    createdAt: Date.UTC(2022, 2, 10, 16, 47, 48),
    kind: 'quote',
    refAuthor: 'twitter:2',
    lang: null,
    text: 'Hello',
    client: 'Twitter Web App',
    hashtags: ['Tag'],
    mentions: [{ id: 'twitter:3', handle: 'cid' }],
    urls: ['https://example.org/a'],
    retweets: 2,
    favorites: 3,
    place: 'Berlin, Germany',
    coordinates: { latitude: 36, longitude: -79.9 }
  })
  assert.deepEqual(engagements(found.interactions), ['twitter:1 quote twitter:2', 'twitter:1 reply twitter:3'])
  assert.deepEqual(found.rejects, ['1: a post without author_id; say --columns author=ID'])
})

test('whose followers a page lists is said by the request that twarc keeps, or by a person', () => {
  const request = {
    url: 'https://api.twitter.com/2/users/5/followers?max_results=2',
    retrieved_at: '2022-03-16T03:48:22+00:00'
  }
  const page = { data: [user('1', 'ann', full)], __twarc: request }
  assert.deepEqual(read(page).follows, [['twitter:1', 'twitter:5']])
  assert.equal(read(page).profiles[0]?.observedAt, Date.UTC(2022, 2, 16, 3, 48, 22))
  assert.deepEqual(read({ data: [user('1', 'ann')] }, [['follower', '6']]).follows, [['twitter:6', 'twitter:1']])
  assert.deepEqual(read({ data: [user('1', 'ann')] }).follows, [])
})

test('the time of a post without one is in its id, and its author can be said', () => {
  const found = read({ data: [{ id: '1293593516040269825', text: 'Hi' }] }, [['author', '783214']])
  assert.deepEqual(
    found.posts.map(({ author, createdAt }) => [author, new Date(createdAt).toISOString()]),
    [['twitter:783214', '2020-08-12T17:01:42.686Z']]
  )
})

test('lines of single users and posts are read, also with the author inside', () => {
  const found = readText(
    [user('1', 'ann', full), tweet('900', { author: user('2', 'bob', full), author_id: '2' })]
      .map(one => JSON.stringify(one))
      .join('\n')
  )
  assert.deepEqual([found.format, found.profiles.length, found.posts[0]?.author], ['x-v2', 2, 'twitter:2'])
})

test('a retweet whose post is not included is told by its text', () => {
  const found = read(
    tweet('900', {
      author_id: '1',
      text: 'RT @Bob: Hello',
      referenced_tweets: [{ type: 'retweeted', id: '899' }],
      entities: { mentions: [{ username: 'Bob', id: '2' }], hashtags: {} }
    })
  )
  assert.deepEqual(engagements(found.interactions), ['twitter:1 retweet twitter:2'])
})

test('an answer that is only an error is rejected with what the API said', () => {
  assert.deepEqual(read({ errors: [{ title: 'Forbidden', detail: 'You are not allowed.' }] }).rejects, [
    '1: an error of the API: You are not allowed.'
  ])
})
