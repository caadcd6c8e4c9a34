import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toProfileId } from '../model/ids.ts'
import { type Post, silentPost } from '../model/post.ts'
import { interactionsOf } from './post-interactions.ts'

const id = (number: number) => toProfileId('twitter', String(number)) ?? assert.fail()

function post(said: Partial<Post>): Post {
  return {
    id: 'twitter:900',
    author: id(1),
    createdAt: 1000,
    ...silentPost,
    ...said
  }
}

const engaged = (said: Partial<Post>, alsoAnswers?: ReturnType<typeof id>) =>
  interactionsOf(post(said), alsoAnswers).map(({ type, to }) => `${type} ${to}`)

test('a post engages whom it mentions, once each, by id or else by handle, and never its author', () => {
  const mentions = [
    { id: id(2), handle: 'bob' },
    { id: id(2), handle: 'bob' },
    { id: null, handle: 'Cid' },
    { id: id(1), handle: 'ann' }
  ]
  assert.deepEqual(engaged({ mentions }), ['mention twitter:2', 'mention twitter:@cid'])
})

test('a retweet engages only whose post it repeats', () => {
  const mentions = [{ id: id(2), handle: 'bob' }]
  assert.deepEqual(engaged({ kind: 'retweet', refAuthor: id(3), mentions }), ['retweet twitter:3'])
})

test('the mention of the account that is answered is the reply', () => {
  const mentions = [
    { id: id(2), handle: 'bob' },
    { id: id(3), handle: 'cid' }
  ]
  assert.deepEqual(engaged({ kind: 'reply', refAuthor: id(2), mentions }), ['reply twitter:2', 'mention twitter:3'])
  assert.deepEqual(engaged({ kind: 'reply', refAuthor: id(1), mentions: [] }), [])
})

test('a quote may answer somebody besides', () => {
  const mentions = [{ id: id(3), handle: 'cid' }]
  assert.deepEqual(engaged({ kind: 'quote', refAuthor: id(2), mentions }, id(3)), [
    'quote twitter:2',
    'reply twitter:3'
  ])
})

test('an interaction carries its post and time', () => {
  assert.deepEqual(interactionsOf(post({ kind: 'quote', refAuthor: id(2) })), [
    { from: 'twitter:1', to: 'twitter:2', type: 'quote', postId: 'twitter:900', createdAt: 1000 }
  ])
})
