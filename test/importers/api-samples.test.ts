import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { missing } from './needs-shared-data.ts'
import { readText, sharedData, sharedText } from './read-text.ts'

type Yield = { files: number; profiles: number; accounts: number; follows: number; posts: number; interactions: number }

/** What all recorded answers in a folder give, and the files that give nothing. */
function readFolder(folder: string, format: string): { given: Yield; silent: string[] } {
  const given: Yield = { files: 0, profiles: 0, accounts: 0, follows: 0, posts: 0, interactions: 0 }
  const silent: string[] = []
  for (const name of readdirSync(path.join(sharedData, folder)).filter(file => file.endsWith('.json'))) {
    const found = readText(sharedText(path.join(folder, name)), { format })
    const counts = [found.profiles, found.accounts, found.follows, found.posts, found.interactions].map(
      list => list.length
    )
    if (counts.every(count => count === 0)) silent.push(name)
    given.files += 1
    for (const kind of ['profiles', 'accounts', 'follows', 'posts', 'interactions'] as const)
      given[kind] += found[kind].length
  }
  return { given, silent }
}

test('every recorded answer of API v1.1 is read or rejected', { skip: missing }, () => {
  const { given, silent } = readFolder('api-samples/x-v11', 'twitter-v11')
  assert.deepEqual(given, { files: 47, profiles: 186, accounts: 210, follows: 2, posts: 180, interactions: 137 })
  // Lists of ids that do not say whose, places, languages, categories and errors.
  assert.deepEqual(silent, [
    'forbidden.json',
    'ids.json',
    'ids_list.json',
    'ids_list2.json',
    'languages.json',
    'not_found.json',
    'place.json',
    'places.json',
    'suggestions.json',
    'tweepy-getfollowerids.json',
    'tweepy-getfriendids.json'
  ])
})

test('every recorded answer of API v2 is read or rejected', { skip: missing }, () => {
  const { given, silent } = readFolder('api-samples/x-v2', 'x-v2')
  assert.deepEqual(given, { files: 49, profiles: 62, accounts: 528, follows: 0, posts: 543, interactions: 111 })
  const withoutAuthor = [
    'get_liked_tweets.json',
    'get_list_tweets.json',
    'get_quote_tweets.json',
    'get_tweet.json',
    'get_tweets.json',
    'get_users_mentions.json',
    'get_users_tweets.json',
    'search_all_tweets.json',
    'search_recent_tweets.json'
  ]
  const otherThings = [
    'get_all_tweets_count.json',
    'get_list.json',
    'get_recent_tweets_count.json',
    'twarc-counts.json',
    'twarc-lists-2.json',
    'twarc-lists.json',
    'twarc-tweets_compliance-2.json',
    'twarc-tweets_compliance.json',
    'twarc-users_compliance-2.json',
    'twarc-users_compliance.json'
  ]
  assert.deepEqual(silent, [...withoutAuthor, ...otherThings].sort())
})

test('answers that list followers need to be told whose', { skip: missing }, () => {
  const follows = (file: string, end: 'followee' | 'follower') =>
    readText(sharedText(`api-samples/${file}`), { columns: new Map([[end, '783214']]) }).follows.length
  assert.deepEqual(
    [
      follows('x-v2/get_users_followers.json', 'followee'),
      follows('x-v2/get_users_following.json', 'follower'),
      follows('x-v11/tweepy-getfollowers.json', 'followee'),
      follows('x-v11/tweepy-getfriendids.json', 'follower')
    ],
    [100, 35, 2, 7]
  )
})
