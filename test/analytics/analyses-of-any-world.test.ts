import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { analyse } from '../../src/analytics/interactions/analyse.ts'
import {
  type Analysis,
  type AnalysisQuestion,
  type FreqDist,
  intervals
} from '../../src/analytics/interactions/analysis.ts'
import { noPrivacy, type Privacy } from '../../src/analytics/privacy.ts'
import { type WorldContents, world } from '../support/world.ts'
import { type PlainInteraction, plainAnalysis } from './plain-analysis.ts'
import { someTargets } from './some-targets.ts'

const start = Date.UTC(2017, 6, 26, 10, 17, 31) / 1000
const days = 40 * 86_400
// é and 𝌆: values are ordered by their bytes.
const value = fc.constantFrom('moon', 'Moon', 'mars', 'été', '𝌆', 'zoo')
const person = fc.integer({ min: 0, max: 11 })
const anyWorld = fc.record({
  people: fc.array(
    fc.record({ gender: fc.constantFrom('male', 'female', ''), country: fc.constantFrom('FR', 'US', '') }),
    {
      minLength: 8,
      maxLength: 8
    }
  ),
  posts: fc.array(
    fc.record({
      person,
      number: fc.integer({ min: 0, max: 40 }),
      seconds: fc.oneof(fc.integer({ min: -5, max: 300 }), fc.integer({ min: 0, max: days })),
      hashtags: fc.array(value, { maxLength: 4 }),
      language: fc.constantFrom('en', 'fr', ''),
      retweets: fc.constantFrom(null, 0, 3, 12)
    }),
    { maxLength: 80 }
  )
})
type AnyWorld = typeof anyWorld extends fc.Arbitrary<infer World> ? World : never

const target = fc.constantFrom('post.hashtags', 'post.language', 'post.retweets', 'author.gender', 'author.country')
const freqDist = (depth: number): fc.Arbitrary<FreqDist> =>
  fc.record(
    {
      analysis_type: fc.constant('freqDist' as const),
      parameters: fc.record({ target, threshold: fc.integer({ min: 1, max: 4 }) }),
      ...(depth < 3 && { child: freqDist(depth + 1) })
    },
    { requiredKeys: ['analysis_type', 'parameters'] }
  )
const timeSeries = fc.record({
  analysis_type: fc.constant('timeSeries' as const),
  parameters: fc.record({ interval: fc.constantFrom(...intervals), span: fc.integer({ min: 1, max: 7 }) })
})
const anyAnalysis: fc.Arbitrary<Analysis> = fc.oneof(freqDist(1), timeSeries)
const anyPrivacy: fc.Arbitrary<Privacy> = fc.oneof(
  fc.constant(noPrivacy),
  fc.record({
    minAuthors: fc.integer({ min: 1, max: 4 }),
    minTotal: fc.integer({ min: 1, max: 6 }),
    roundTo: fc.integer({ min: 1, max: 4 }),
    jitterKey: fc.constant('')
  })
)

/** The same post twice is one: what was said last holds. */
function onePostEach({ posts }: AnyWorld): AnyWorld['posts'] {
  return [...new Map(posts.map(post => [`${post.person} ${post.number}`, post])).values()]
}

function contentsOf({ people, posts }: AnyWorld): WorldContents {
  return {
    // The other four people have no profile.
    profiles: people.map((traits, number) => ({ id: `p${number}`, ...traits })),
    posts: posts.map(({ person: author, seconds, number, ...post }) => ({
      ...post,
      author: `p${author}`,
      id: `twitter:${author * 100 + number}`,
      createdAt: (start + seconds) * 1000
    }))
  }
}

function interactionsOf(any: AnyWorld, end: number): PlainInteraction[] {
  return onePostEach(any)
    .filter(({ seconds }) => seconds >= 0 && start + seconds < end)
    .map(({ person: author, seconds, hashtags, language, retweets }) => ({
      author: String(author),
      at: start + seconds,
      values: {
        'post.hashtags': hashtags,
        'post.language': [language],
        'post.retweets': retweets === null ? [] : [String(retweets)],
        'author.gender': [any.people[author]?.gender || 'unknown'],
        'author.country': [any.people[author]?.country ?? '']
      }
    }))
}

function questionOf(analysis: Analysis, end: number): AnalysisQuestion {
  return { service: 'twitter', recordingFilter: null, tagsHash: '', filter: null, start, end, analysis }
}

test('in any world analyses count as plain code does, whatever the limits of privacy', async t => {
  await fc.assert(
    fc.asyncProperty(
      anyWorld,
      fc.array(fc.tuple(anyAnalysis, anyPrivacy, fc.integer({ min: 1, max: days })), { minLength: 6, maxLength: 6 }),
      async (any, asked) => {
        const warehouse = await world(t, contentsOf(any))
        for (const [analysis, privacy, seconds] of asked) {
          const end = start + seconds
          const answer = await analyse(warehouse, questionOf(analysis, end), { targets: someTargets, privacy })
          assert.deepEqual(answer, plainAnalysis(interactionsOf(any, end), start, analysis, privacy))
        }
      }
    ),
    { numRuns: 15 }
  )
})
