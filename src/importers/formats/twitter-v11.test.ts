import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engagements, readText, writtenAt } from '../../../test/importers/read-text.ts'

const user = (id: number, name: string, more: object = {}) => ({
  id: 2 ** 60, // Rounded, as numbers of JSON are in JavaScript.
  id_str: String(id),
  name: name.toUpperCase(),
  screen_name: name,
  description: '',
  followers_count: 10,
  created_at: 'Wed Apr 11 02:02:53 +0000 2007',
  ...more
})

const status = (id: number, author: object | undefined, more: object = {}) => ({
  created_at: 'Tue Jun 13 17:30:02 +0000 2017',
  id_str: String(id),
  text: 'cut …',
  in_reply_to_user_id_str: null,
  ...(author && { user: author }),
  ...more
})

const mention = (id: number, screen_name: string) => ({ id_str: String(id), screen_name, name: screen_name })

test('a user is read with its link expanded, and with its latest status', () => {
  const found = readText(
    JSON.stringify(
      user(1, 'ann', {
        url: 'https://t.co/x',
        entities: { url: { urls: [{ expanded_url: 'http://ann.example' }] } },
        profile_image_url_https: 'https://img.example/a.png',
        status: status(900, undefined)
      })
    )
  )
  assert.equal(found.format, 'twitter-v11')
  const [profile] = found.profiles
  assert.deepEqual(
    [profile?.id, profile?.handle, profile?.summary, profile?.url, profile?.image, profile?.published],
    ['twitter:1', 'ann', null, 'http://ann.example', 'https://img.example/a.png', Date.UTC(2007, 3, 11, 2, 2, 53)]
  )
  assert.deepEqual(
    found.posts.map(({ id, author }) => [id, author]),
    [['twitter:900', 'twitter:1']]
  )
})

test('a status is read with its whole text, its entities and the name of its client', () => {
  const found = readText(
    JSON.stringify(
      status(900, user(1, 'ann'), {
        extended_tweet: {
          full_text: 'Whole #Tag @bob',
          entities: {
            hashtags: [{ text: 'Tag' }],
            user_mentions: [mention(2, 'Bob')],
            urls: [{ url: 'https://t.co/y', expanded_url: 'http://example.org/y' }]
          }
        },
        entities: { hashtags: [{ text: 'cut' }] },
        source: '<a href="http://x.example" rel="nofollow">Client &amp; Co</a>',
        coordinates: { type: 'Point', coordinates: [-71.1, 42.3] },
        place: { full_name: 'Cambridge, MA' },
        retweet_count: 2
      })
    )
  )
  assert.deepEqual(found.posts, [
    {
      id: 'twitter:900',
      author: 'twitter:1',
      createdAt: Date.UTC(2017, 5, 13, 17, 30, 2),
      kind: 'post',
      refAuthor: null,
      lang: null,
      text: 'Whole #Tag @bob',
      client: 'Client & Co',
      hashtags: ['Tag'],
      mentions: [{ id: 'twitter:2', handle: 'bob' }],
      urls: ['http://example.org/y'],
      retweets: 2,
      favorites: null,
      place: 'Cambridge, MA',
      coordinates: { latitude: 42.3, longitude: -71.1 }
    }
  ])
  assert.deepEqual(found.accounts, [{ id: 'twitter:2', handle: 'Bob', name: 'Bob', observedAt: writtenAt }])
  assert.deepEqual(engagements(found.interactions), ['twitter:1 mention twitter:2'])
})

test('retweets, quotes and replies give the statuses and users inside of them', () => {
  const quoted = status(901, user(2, 'bob'))
  const found = readText(
    [
      status(902, user(1, 'ann'), { retweeted_status: status(903, user(3, 'cid')), text: 'RT @cid: cut …' }),
      status(904, user(1, 'ann'), {
        quoted_status: quoted,
        in_reply_to_user_id_str: '4',
        in_reply_to_screen_name: 'dee'
      }),
      status(905, user(1, 'ann'), { in_reply_to_user_id_str: '1' }),
      status(906, user(1, 'ann'), { quoted_status_id_str: '901' })
    ]
      .map(one => JSON.stringify(one))
      .join('\n')
  )
  assert.deepEqual(
    found.posts.map(({ id, kind, refAuthor }) => `${id} ${kind} ${refAuthor}`),
    [
      'twitter:903 post null',
      'twitter:902 retweet twitter:3',
      'twitter:901 post null',
      'twitter:904 quote twitter:2',
      'twitter:905 reply twitter:1',
      'twitter:906 quote null'
    ]
  )
  assert.deepEqual(engagements(found.interactions), [
    'twitter:1 retweet twitter:3',
    'twitter:1 quote twitter:2',
    'twitter:1 reply twitter:4'
  ])
  assert.deepEqual([...new Set(found.profiles.map(({ id }) => id))], ['twitter:1', 'twitter:3', 'twitter:2'])
})

test('arrays and pages are read item by item, and one that cannot be read costs only itself', () => {
  const page = { users: [user(1, 'ann'), user(2, 'bob', { id_str: null, id: null }), user(3, 'cid')], next_cursor: 0 }
  const found = readText(JSON.stringify(page, null, 2), {
    format: 'twitter-v11',
    columns: new Map([['followee', '9']])
  })
  assert.deepEqual(found.follows, [
    ['twitter:1', 'twitter:9'],
    ['twitter:3', 'twitter:9']
  ])
  assert.deepEqual(found.rejects, ['1: a user without an id'])

  const search = { statuses: [status(900, user(1, 'ann')), status(901, user(2, 'bob'))], search_metadata: {} }
  assert.equal(readText(JSON.stringify([search, search])).posts.length, 4)
})

test('a page of ids keeps every digit, and needs to be told whose it is', () => {
  const text = '{"ids":[1305102810874389703,7],"next_cursor":0}'
  assert.deepEqual(readText(text, { columns: new Map([['follower', 'twitter:5']]) }).follows, [
    ['twitter:5', 'twitter:1305102810874389703'],
    ['twitter:5', 'twitter:7']
  ])
  // So is a bare list, as a JSON array or one id a line.
  for (const list of ['[1305102810874389703, 7]', '1305102810874389703\n7\n']) {
    assert.deepEqual(readText(list, { columns: new Map([['followee', '5']]) }).follows, [
      ['twitter:1305102810874389703', 'twitter:5'],
      ['twitter:7', 'twitter:5']
    ])
  }
  assert.deepEqual(readText(text).rejects, [
    '1: a list of ids that does not say whose; say --columns followee=ID or follower=ID'
  ])
  assert.throws(() => readText(text, { columns: new Map([['follower', 'ann']]) }), {
    message: '--columns follower=… takes the id of an account here, not "ann".'
  })
})

test('a relationship tells who follows whom, and a user cut to its names is only an account', () => {
  const source = { id_str: '1', screen_name: 'ann', following: true, followed_by: true }
  const found = readText(JSON.stringify({ relationship: { source, target: { id_str: '2', screen_name: 'bob' } } }))
  assert.deepEqual(found.follows, [
    ['twitter:1', 'twitter:2'],
    ['twitter:2', 'twitter:1']
  ])
  const cut = readText('[{"id_str":"3","name":"Cid","screen_name":"cid","connections":["none"]}]')
  assert.deepEqual(
    [cut.profiles, cut.accounts],
    [[], [{ id: 'twitter:3', handle: 'cid', name: 'Cid', observedAt: writtenAt }]]
  )
})

test('an id that stands only as a number keeps every digit', () => {
  const found = readText('{"id":1305102810874389703,"screen_name":"ann","followers_count":1}')
  assert.deepEqual(
    found.profiles.map(({ id }) => id),
    ['twitter:1305102810874389703']
  )
})
