import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../../test/support/processor-ms.ts'
import { textEntities } from './text-entities.ts'

const tags = (text: string) => textEntities(text, 'twitter').hashtags
const handles = (text: string) => textEntities(text, 'twitter').mentions.map(({ handle }) => handle)
const urls = (text: string) => textEntities(text, 'twitter').urls

test('hashtags hold letters of any script, digits and underscores, but are no numbers', () => {
  assert.deepEqual(tags('#One, #zwei_3 (#третий) #四 ＃five #2020 a#b &#39; #a#b #नमस्ते'), [
    'One',
    'zwei_3',
    'третий',
    '四',
    'five',
    'नमस्ते'
  ])
})

test('mentions are handles that do not stand inside of a word or an address', () => {
  assert.deepEqual(handles('@Ann .@bob_1: mail@example.org @toolongforatwitterhandle ＠dee /@not'), [
    'ann',
    'bob_1',
    'dee'
  ])
})

test('links end before the punctuation of the sentence, and what is in them is no hashtag', () => {
  assert.deepEqual(urls('See https://example.org/a_(b)#top, (http://example.org/x). https://t.co/Ab1…'), [
    'https://example.org/a_(b)#top',
    'http://example.org/x',
    'https://t.co/Ab1'
  ])
  assert.deepEqual(tags('https://example.org/#not #yes'), ['yes'])
})

test('handles of other networks follow their rules', () => {
  const mentions = (text: string, service: 'bluesky' | 'mastodon') =>
    textEntities(text, service).mentions.map(m => m.handle)
  assert.deepEqual(mentions('hi @ann.bsky.social and @bob.', 'bluesky'), ['ann.bsky.social'])
  assert.deepEqual(mentions('hi @ann@mastodon.example.', 'mastodon'), ['ann@mastodon.example'])
})

test('a text made to be slow is read at once', () => {
  const start = processorMs()
  for (const piece of ['#1', '#', '@', 'http://a(', ')', '.', '@a']) textEntities(piece.repeat(50_000), 'twitter')
  assert.ok(processorMs() - start < 3000)
})
