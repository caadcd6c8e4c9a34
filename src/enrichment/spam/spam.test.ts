import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeUpPost, madeUpProfile } from '../../../test/support/made-up.ts'
import { processorMs } from '../../../test/support/processor-ms.ts'
import { readPost, readProfile } from '../reading.ts'
import { spamPost, spamProfile } from './spam.ts'

const post = (text: string) => spamPost(readPost(madeUpPost({ text })))?.from

test('spam needs a bait and a second sign', () => {
  assert.deepEqual(
    [
      post('Earn $500 a day from home https://example.org/x'),
      post('BTC giveaway! claim your free tokens 💰💰💰'),
      post('Earn $500 a day'),
      post('Our new album is out https://example.org/album')
    ],
    ['money_offer + link', 'giveaway + money_emoji', undefined, undefined]
  )
})

test('a profile that trades followers is spam with a second sign, such as mass following', () => {
  const summary = 'I follow back #f4f'
  assert.deepEqual(
    [
      spamProfile(readProfile(madeUpProfile({ summary, friends: 9000, followers: 300 })))?.from,
      spamProfile(readProfile(madeUpProfile({ summary, friends: 90, followers: 300 })))?.from
    ],
    ['follow_trade + mass_following', undefined]
  )
})

test('advisers, newspapers and people who follow back are no spammers', () => {
  const bio = (summary: string) => spamProfile(readProfile(madeUpProfile({ summary, url: 'https://example.org' })))
  assert.deepEqual(
    [
      bio('Financial adviser. Debt relief and budgeting'),
      bio('I follow back. Teacher, mom of two.'),
      post('Passive income explained by our finance professor https://example.org/x')
    ],
    [undefined, undefined, undefined]
  )
})

test('ten megabytes of bait take no longer than a post', () => {
  const start = processorMs()
  post('earn money follow retweet giveaway '.repeat(300_000))
  assert.ok(processorMs() - start < 500)
})
