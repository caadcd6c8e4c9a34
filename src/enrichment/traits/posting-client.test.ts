import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeOfClient } from './posting-client.ts'

const places = (clients: readonly string[]) => clients.map(client => Object.values(placeOfClient(client)).join(' '))

test('a client of the table says where its posts are written', () => {
  assert.deepEqual(
    places([
      'Twitter for iPhone',
      'Twitter for iPad',
      'Twitter for Android',
      'Twitter Web App',
      'TweetDeck',
      'Twitter for Mac',
      'Hootsuite Inc.'
    ]),
    [
      'mobile ios',
      'tablet ios',
      'mobile android',
      'desktop unknown',
      'desktop unknown',
      'desktop mac',
      'automated unknown'
    ]
  )
})

test('marks, capitals and look-alike letters do not hide a client', () => {
  assert.deepEqual(places(['Twitter for BlackBerry®', 'TWITTER FOR IPHONE ', 'Tweetbot for iΟS']), [
    'mobile blackberry',
    'mobile ios',
    'mobile ios'
  ])
})

test('an unknown client is known by the system in its name', () => {
  assert.deepEqual(places(['Orbit for Android', 'Skylark for iPhone', 'Skylark for Mac', 'Nest Windows Phone']), [
    'mobile android',
    'mobile ios',
    'desktop mac',
    'mobile windows'
  ])
})

test('a client that calls itself a bot is automated, and a botanist is not', () => {
  assert.deepEqual(places(['Weather Bot', 'quakebot_2', 'vox_ebooks', 'Botanists United']), [
    'automated unknown',
    'automated unknown',
    'automated unknown',
    'unknown unknown'
  ])
})
