import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeUpPost, madeUpProfile } from '../../../test/support/made-up.ts'
import { readPost, readProfile } from '../reading.ts'
import { adultPost, adultProfile } from './adult.ts'
import { offensiveOf } from './offensive.ts'

const post = (text: string, urls: string[] = []) => readPost(madeUpPost({ text, urls }))

test('sexual content needs two signs of different kinds', () => {
  assert.deepEqual(
    [
      adultPost(post('new nudes today 🍑'))?.from,
      adultPost(post('new set is up', ['https://onlyfans.com/example']))?.from,
      adultPost(post('free nudes', ['https://onlyfans.com/example']))?.from,
      adultProfile(readProfile(madeUpProfile({ summary: 'camgirl 🔞 dm me for my menu' })))?.from
    ],
    ['sexual_words + emoji', undefined, 'sexual_words + adult_site', 'sexual_words + age_mark + offer']
  )
})

test('who speaks about the matter or only swears has no adult content', () => {
  assert.deepEqual(
    [
      adultPost(post('porn addiction recovery, dm me for help')),
      adultPost(post('what a fucking shit day 😈')),
      adultPost(post('peach season 🍑 🍒')),
      adultPost(post('Nude lipstick tutorial, link below')),
      adultPost(post('My pussy cat had kittens! DM me if you want one')),
      adultPost(post('Ford Escort for sale, DM me'))
    ],
    [undefined, undefined, undefined, undefined, undefined, undefined]
  )
})

test('an insult is offensive, a thank-you is not', () => {
  assert.deepEqual(
    [
      offensiveOf(post('@someone you are a fucking idiot, shut up bitch'))?.value,
      offensiveOf(post('thank you all for the lovely evening'))?.value
    ],
    [true, false]
  )
})
