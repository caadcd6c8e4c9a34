import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import analyzePublicProfiles from '../../src/jobs/catalog/analyze-public-profiles.ts'
import type { ResolvedPlace } from '../../src/model/place.ts'
import { runJob } from '../support/run-job.ts'
import { type WorldContents, world } from '../support/world.ts'

type Enrichments = {
  spam: boolean
  adult: boolean
  interestingness: number
  psychographics?: {
    interests?: Record<string, number>
    top_interests?: string[]
    sentiment?: Record<string, number>
  }
} & Record<string, unknown>

const id = 'twitter:7'

async function enrichmentsOf(t: TestContext, said: WorldContents, sensitiveInterests = false): Promise<Enrichments> {
  const traits = { off: [], sensitiveInterests, birthyearFromName: false }
  const { body } = await runJob(analyzePublicProfiles, await world(t, said), { ids: [id] }, { traits })
  return (body as Record<string, { enrichments: Enrichments }>)[id]?.enrichments as Enrichments // It has a profile.
}

const boston: ResolvedPlace = {
  ...{ type: 'City', name: 'Boston', city: true, geo_name_id: 4930956, global_metro_area: 'Boston' },
  location: {
    ...{
      city: 'Boston',
      state: 'Massachusetts',
      state_abbreviation: 'MA',
      country: 'United States',
      country_code: 'US'
    },
    ...{ continent: 'North America', time_zone: 'America/New_York', utc_offset: '-18000', population: 675647 },
    ...{ place_type: 'City', coordinates: { latitude: 42.35843, longitude: -71.05977 } }
  }
}

test('what enrichment says of a person stands in the profile, the place as it was resolved', async t => {
  const evidence = [
    { trait: 'gender', value: 'female', confidence: 0.97, from: 'pronouns' },
    { trait: 'place', value: 'Boston', confidence: 0.99, from: 'location' }
  ]
  const person = { accountType: 'person', gender: 'female', birthyear: 1984, place: JSON.stringify(boston), evidence }
  const said = await enrichmentsOf(t, {
    profiles: [{ id, ...person, influence: 9, adult: true, interestingness: 0.25 }]
  })

  assert.deepEqual(said, {
    ...{ account_type: 'person', spam: false, adult: true, influence: 9, interestingness: 0.25 },
    ...{ timestamp: '2017-06-01T00:00:00.000Z', version: '5' },
    demographics: { birthyear: 1984, gender: 'female' },
    place: boston,
    _evidence: {
      gender: { value: 'female', confidence: 0.97, from: 'pronouns' },
      place: { value: 'Boston', confidence: 0.99, from: 'location' }
    }
  })
})

test('interests are shares of posts; at the top stand those of two posts and of the description', async t => {
  const said = await enrichmentsOf(t, {
    profiles: [{ id, interests: ['travel', 'music'] }],
    posts: [['music', 'tv'], ['music'], ['food'], []].map(interests => ({ author: id, interests }))
  })
  assert.deepEqual(said.psychographics?.interests, { music: 0.5, food: 0.25, tv: 0.25 })
  assert.deepEqual(said.psychographics?.top_interests, ['music', 'travel'])
})

test('politics, religion and health care are not said of a single person unless the operator allows it', async t => {
  const posts = ['politics', 'religion', 'health_care', 'music'].flatMap(interest =>
    [1, 2].map(() => ({ author: id, interests: [interest] }))
  )
  const contents = { profiles: [{ id, interests: ['religion', 'travel'] }], posts }

  const shy = await enrichmentsOf(t, contents)
  assert.deepEqual(
    [shy.psychographics?.interests, shy.psychographics?.top_interests],
    [{ music: 0.25 }, ['music', 'travel']]
  )

  const open = await enrichmentsOf(t, contents, true)
  assert.deepEqual(open.psychographics?.interests, { health_care: 0.25, music: 0.25, politics: 0.25, religion: 0.25 })
  assert.deepEqual(open.psychographics?.top_interests, ['health_care', 'music', 'politics', 'religion', 'travel'])
})

test('sentiment is told as shares of the posts that have one, and one post is no settled mood', async t => {
  const sentimentOf = async (...sentiments: readonly string[]) => {
    const posts = sentiments.map(sentiment => ({ author: id, sentiment }))
    const {
      negative = 0,
      neutral = 0,
      positive = 0
    } = (await enrichmentsOf(t, { profiles: [id], posts })).psychographics?.sentiment ?? {}
    return { negative, neutral, positive }
  }
  const one = await sentimentOf('positive', '')
  assert.ok(one.positive > one.neutral && one.negative > 0.1, JSON.stringify(one))

  const many = await sentimentOf(
    ...Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 'negative' : 'positive'))
  )
  assert.ok(many.positive > many.negative && many.negative > 0.2 && many.neutral < 0.2, JSON.stringify(many))
  assert.ok(Math.abs(many.positive + many.negative + many.neutral - 1) < 1e-5)

  assert.deepEqual(await sentimentOf(''), { negative: 0, neutral: 0, positive: 0 })
})

test('an account is spam, or adult, by its profile or by a fifth of five posts and more', async t => {
  const of = async (all: number, marked: number) => {
    const posts = Array.from({ length: all }, (_, index) => ({
      author: id,
      spam: index < marked,
      adult: index < marked
    }))
    const { spam, adult } = await enrichmentsOf(t, { profiles: [id], posts })
    return [spam, adult]
  }
  assert.deepEqual(await of(4, 4), [false, false])
  assert.deepEqual(await of(5, 1), [true, true])
  assert.deepEqual(await of(6, 1), [false, false])
  assert.equal((await enrichmentsOf(t, { profiles: [{ id, spam: true }] })).spam, true)
})

test('how interesting an account is, is the mean of its posts where there are any', async t => {
  const posts = [0.2, 0.4].map(interestingness => ({ author: id, interestingness }))
  const said = await enrichmentsOf(t, { profiles: [{ id, interestingness: 0.9 }], posts })
  assert.equal(said.interestingness, 0.3)
})
