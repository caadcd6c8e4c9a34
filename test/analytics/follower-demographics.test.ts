import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confusionOf } from '../../src/enrichment/confusions.ts'
import followerBreakdown from '../../src/jobs/catalog/follower-breakdown.ts'
import { runJob } from '../support/run-job.ts'
import { type WorldContents, world } from '../support/world.ts'

type Coverage = { n: number; of: number; corrected?: boolean; interval?: Record<string, [number, number]> }
type Ranked = { totalItems: number; items: { id: string; people: number; share: number; rank: number }[] }
type Shares = Record<string, number>
type Breakdown = Record<'account_type' | 'gender' | 'birthyear' | 'sentiment', Shares> &
  Record<
    'top_interests' | 'top_continents' | 'top_countries' | 'top_us_metro_areas' | 'top_global_metro_areas',
    Ranked
  > & {
    spam_like?: number
    _coverage: Record<string, Coverage>
  }
type Body = { together: Breakdown; accounts: (Breakdown & { id: string; displayName: string })[] }

const privacy = { minAuthors: 10, minTotal: 100, roundTo: 10, jitterKey: '' }
const boston = { country: 'US', continent: 'North America', globalMetroArea: 'Boston', usMetroArea: 'Boston-Cambridge' }
const paris = { country: 'FR', continent: 'Europe', globalMetroArea: 'Paris' }

/** 200 follow nasa: 160 persons and 40 organizations, 120 in Boston and 80 in Paris; the first 150 follow esa as well. */
const contents: WorldContents = {
  profiles: Array.from({ length: 200 }, (_, index) => ({
    id: `p${index}`,
    accountType: index < 160 ? 'person' : 'organization',
    ...(index < 160 && { gender: index < 60 ? 'female' : 'male', birthyear: index < 100 ? 1984 : 1991 }),
    ...(index < 120 ? boston : paris),
    interests: index < 50 ? ['science', 'travel'] : index < 110 ? ['science'] : [],
    spam: index >= 180
  })),
  follows: Array.from({ length: 200 }, (_, index) => [
    [`p${index}`, 'nasa'] as const,
    ...(index < 150 ? [[`p${index}`, 'esa'] as const] : [])
  ]).flat()
}

async function breakdownOf(t: Parameters<typeof world>[0], said: WorldContents, request: object = {}) {
  const { body } = await runJob(
    followerBreakdown,
    await world(t, said),
    { ids: ['nasa', 'esa'], ...request },
    { privacy }
  )
  return body as Body
}

const counts = ({ items }: Ranked) => items.map(({ id, people, share }) => [id, people, share])

test('what enrichment says of followers is counted together and for each account', async t => {
  const { together, accounts } = await breakdownOf(t, contents)

  assert.deepEqual(together.birthyear, { '1980-1989': 0.625, '1990-1999': 0.375 })
  assert.deepEqual(together._coverage.birthyear, { n: 160, of: 200, redacted: false })
  assert.deepEqual(counts(together.top_countries), [
    ['US', 120, 0.6],
    ['FR', 80, 0.4]
  ])
  assert.deepEqual(counts(together.top_continents)[0], ['North America', 120, 0.6])
  assert.deepEqual(counts(together.top_global_metro_areas)[1], ['Paris', 80, 0.4])
  assert.deepEqual(counts(together.top_us_metro_areas), [['Boston-Cambridge', 120, 1]])
  assert.deepEqual(together._coverage.top_us_metro_areas, { n: 120, of: 200, redacted: false })
  // Of those with any interest.
  assert.deepEqual(counts(together.top_interests), [
    ['science', 110, 1],
    ['travel', 50, 0.454545]
  ])
  assert.equal(together.spam_like, 0.1)

  const [esa, nasa] = accounts
  assert.deepEqual(
    [esa?.birthyear, esa?._coverage.birthyear?.of],
    [{ '1980-1989': 0.666667, '1990-1999': 0.333333 }, 150]
  )
  assert.deepEqual(counts(esa?.top_countries ?? together.top_countries), [
    ['US', 120, 0.8],
    ['FR', 30, 0.2]
  ])
  // Nobody among them, or fewer than may be told of.
  assert.equal(esa?.spam_like, undefined)
  assert.deepEqual([nasa?.birthyear, nasa?.top_countries], [together.birthyear, together.top_countries])
})

test('shares that a model said are corrected by how it errs, and lie in intervals that hold its error', async t => {
  const { together, accounts } = await breakdownOf(t, contents)

  // 80 % are said to be persons: those who are and are found, and organizations that are taken for persons.
  const [[found = 0] = [], [mistaken = 0] = []] = confusionOf('account-type').shares
  const persons = (0.8 - mistaken) / (found - mistaken)
  const { person = 0, organization = 0 } = together.account_type
  assert.ok(Math.abs(person - persons) < 1e-3, `${person} ${persons}`)
  assert.ok(Math.abs(person + organization - 1) < 1e-5)
  const { interval = {}, ...coverage } = together._coverage.account_type ?? {}
  assert.deepEqual(coverage, { n: 200, of: 200, corrected: true, redacted: false })
  for (const [value, share] of Object.entries(together.account_type)) {
    const [low = 1, high = 0] = interval[value] ?? []
    assert.ok(low < share && share < high, value)
  }
  // Nobody who follows esa is said to be an organization: with one value there is nothing to correct.
  assert.deepEqual(accounts[0]?.account_type, { person: 1 })
})

test('values of too few people go unnamed, and are not to be had from what is left', async t => {
  const rare = contents.profiles?.map((profile, index) =>
    typeof profile === 'string' || index >= 5
      ? profile
      : { ...profile, birthyear: 2001, country: 'LI', continent: 'Asia', interests: ['military'], spam: true }
  )
  const { together } = await breakdownOf(t, { ...contents, profiles: rare?.slice(0, 180) ?? [] })

  // Five born in 2001 are what 95 and 60 leave of 160; 90 and 60 leave anything up to 19.
  assert.deepEqual(together.birthyear, { '1980-1989': 0.5625, '1990-1999': 0.375 })
  assert.deepEqual(counts(together.top_countries), [
    ['US', 110, 0.611111],
    ['FR', 60, 0.333333]
  ])
  assert.deepEqual(counts(together.top_continents)[0], ['North America', 110, 0.611111])
  assert.deepEqual(
    counts(together.top_interests).map(([interest]) => interest),
    ['science', 'travel']
  )
  assert.equal(together.spam_like, undefined)
})

test('of fewer people than the smallest audience nothing is said that enrichment inferred', async t => {
  const few = { ...contents, profiles: contents.profiles?.slice(0, 90) ?? [] }
  const { together } = await breakdownOf(t, few)

  for (const field of ['account_type', 'gender', 'birthyear', 'sentiment'] as const) {
    assert.deepEqual([field, together[field]], [field, {}])
    assert.deepEqual(together._coverage[field], { of: 200, redacted: true })
  }
  for (const field of ['top_interests', 'top_continents', 'top_countries', 'top_us_metro_areas'] as const) {
    assert.deepEqual(together[field], { totalItems: 0, items: [] })
    assert.deepEqual(together._coverage[field], { of: 200, redacted: true })
  }
  assert.equal(together.spam_like, undefined)
})

test('a sample of followers gives rankings intervals, too', async t => {
  const { together } = await breakdownOf(t, contents, { sample_size: 150 })
  const [first] = together.top_countries.items as { share: number; interval?: [number, number] }[]
  const [low = 1, high = 0] = first?.interval ?? []
  assert.ok(low < 0.6 && 0.6 < high)
  assert.ok(together._coverage.account_type?.corrected)
})
