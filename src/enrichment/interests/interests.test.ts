import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../../test/support/processor-ms.ts'
import { type interests, sensitiveInterests } from '../../model/interests.ts'
import type { Post } from '../../model/post.ts'
import type { PostReading } from '../reading.ts'
import { readText } from '../text/read-text.ts'
import { interestsOf, interestsOfText } from './interests.ts'

// Nothing of a post but its text is read.
const reading = (text: string): PostReading => ({ post: {} as Post, text: readText(text) })
const about = (text: string, language = 'en') => interestsOf(reading(text), language).map(({ interest }) => interest)
const ofBio = (text: string) => interestsOfText(readText(text)).map(({ interest }) => interest)

test('a post is about what its terms name', () => {
  assert.deepEqual(about('What a goal by our striker, the goalkeeper had no chance!'), ['major_sports'])
  assert.deepEqual(about('New album out now, the guitar solo on track three 🎸'), ['music'])
  assert.deepEqual(about('Two kittens and a puppy 🐶'), ['animals'])
})

test('a post that names no topic is seldom about one', () => {
  for (const text of [
    'Just woke up',
    'see you tomorrow',
    'this is unbelievable',
    'What time is it?',
    'Working late tonight'
  ])
    assert.deepEqual(about(text), [])
})

test('in other languages than English a plain word of a topic is enough', () => {
  assert.deepEqual(about('Receta de tortilla con patatas y cebolla', 'es'), ['cooking'])
  assert.deepEqual(about('Der Bundestag stimmt über das Gesetz ab', 'de'), ['politics'])
  assert.deepEqual(about('Les infirmières de l’hôpital sont épuisées', 'fr'), ['health_care'])
  assert.deepEqual(about('Galatasaray maçı kazandı', 'tr'), ['major_sports'])
})

test('a hashtag counts as the words that it joins', () => {
  assert.deepEqual(about('#PremierLeague #ChampionsLeague'), ['major_sports'])
  assert.deepEqual(about('#sourdoughstarter'), ['cooking'])
})

test('the longest of overlapping terms counts', () => {
  assert.ok(!about('Hot dog with mustard for lunch').includes('animals'))
})

test('at most three interests are named, the most probable first, each with its probability', () => {
  const found = interestsOf(
    reading(
      'Pizza 🍕 and craft beer 🍺, then the cinema, a concert, the gym, church and a flight to Lisbon with my dog'
    )
  )
  assert.equal(found.length, 3)
  for (const [at, { score }] of found.entries()) {
    assert.ok(score > 0 && score < 1)
    assert.ok(score <= (found[at - 1]?.score ?? 1))
  }
})

test('a text that is about nothing in particular has no interests', () => {
  assert.deepEqual(about(''), [])
  assert.deepEqual(ofBio(''), [])
  assert.deepEqual(ofBio('just here, saying things'), [])
})

test('a bio is read by its terms', () => {
  assert.deepEqual(ofBio('Landscape photographer, coffee lover').sort(), ['art', 'beverages', 'multimedia'])
  assert.deepEqual(ofBio('#gamedev, making an indie game'), ['gaming'])
})

test('posts in Spanish, French, German, Italian and Portuguese are read by their terms', () => {
  assert.deepEqual(about('El portero y el delantero de la selección', 'es'), ['major_sports'])
  assert.deepEqual(about('Une nouvelle recette de pâtisserie', 'fr'), ['cooking'])
  assert.deepEqual(about('Neue Rezepte zum Backen und Kochen', 'de'), ['cooking'])
  assert.deepEqual(about('Nuova canzone, nuovo concerto', 'it'), ['music'])
  assert.deepEqual(about('Amo meu cachorrinho e meu gatinho', 'pt'), ['animals'])
})

test('politics, religion and health care are topics of posts that say too much of a person', () => {
  assert.deepEqual(sensitiveInterests, ['politics', 'religion', 'health_care'])
  assert.equal(about('The senate and the prime minister disagree on the election')[0], 'politics')
})

test('every interest has terms that tell it', () => {
  const samples: Partial<Record<(typeof interests)[number], string>> = {
    automotive: 'changed the brake pads and the gearbox',
    dance: 'ballet and tango, my choreography',
    gaming: 'minecraft speedrun on my xbox',
    home_and_garden: 'houseplants and a new lawn mower',
    religion: 'the sermon and a bible verse',
    toys_and_games: 'board games and a jigsaw puzzle'
  }
  for (const [interest, text] of Object.entries(samples)) assert.equal(ofBio(text)[0], interest)
})

test('hostile text is read in time that grows with its length only', () => {
  const texts = [
    'a'.repeat(10_000_000),
    '🎸'.repeat(5000),
    'world '.repeat(100_000),
    '\ud800'.repeat(10_000),
    '\u202e\u0000#'.repeat(10_000),
    `e${'\u0301'.repeat(100_000)}`,
    'new york city '.repeat(50_000)
  ]
  const start = processorMs()
  for (const text of texts) assert.ok(about(text).length <= 3)
  assert.ok(processorMs() - start < 2000)
})
