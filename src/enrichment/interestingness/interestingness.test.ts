import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeUpPost, madeUpProfile } from '../../../test/support/made-up.ts'
import type { Post } from '../../model/post.ts'
import { readPost, readProfile } from '../reading.ts'
import { interestingnessOfPost, interestingnessOfProfile } from './interestingness.ts'

const text = 'Why do 40 of our lakes freeze later every winter? New measurements https://example.org/lakes'
const score = (said: Partial<Post>, isSpam = false) =>
  interestingnessOfPost(readPost(madeUpPost({ text, ...said })), isSpam)

test('a post that says more is more interesting', () => {
  assert.ok(score({}) > score({ text: 'ok ok ok' }))
  assert.ok(score({}) > score({ kind: 'retweet' }))
})

test('shares and likes raise the score, spam lowers it to a fifth', () => {
  assert.ok(score({ retweets: 500, favorites: 20 }) > score({ retweets: 5, favorites: 20 }))
  assert.ok(score({}, true) < 0.25)
})

test('an empty post has nothing to say, and an empty profile next to nothing', () => {
  assert.equal(score({ text: null }), 0)
  assert.equal(interestingnessOfProfile(readProfile(madeUpProfile({})), false), 0)
})

test('followers raise the score of a profile', () => {
  const of = (followers: number) => interestingnessOfProfile(readProfile(madeUpProfile({ followers })), false)
  assert.ok(of(100_000) > of(100))
})
