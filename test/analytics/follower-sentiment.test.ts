import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { confusionOf } from '../../src/enrichment/confusions.ts'
import followerBreakdown from '../../src/jobs/catalog/follower-breakdown.ts'
import { runJob } from '../support/run-job.ts'
import { type WorldContents, world } from '../support/world.ts'

type Coverage = { interval?: Record<string, [number, number]> }
type Breakdown = {
  sentiment: Record<string, number>
  spam_like?: number
  top_interests: { items: { id: string; people: number }[] }
  _coverage: { sentiment: Coverage }
}

const privacy = { minAuthors: 10, minTotal: 100, roundTo: 10, jitterKey: '' }
const people = Array.from({ length: 120 }, (_, index) => `p${index}`)
const follows = people.map(person => [person, 'nasa'] as const)

async function together(t: TestContext, posts: NonNullable<WorldContents['posts']>): Promise<Breakdown> {
  const { body } = await runJob(followerBreakdown, await world(t, { follows, posts }), { ids: ['nasa'] }, { privacy })
  const { together, accounts } = body as { together: Breakdown; accounts: (Breakdown & { id: string })[] }
  const [{ id: _, ...account } = { id: '' }] = accounts
  assert.deepEqual(account, together, 'the only account has the same followers')
  return together
}

test('a person counts once in the sentiment of an audience, however much they post', async t => {
  // Half of the people write two good posts and two bad ones, the others one neutral post each.
  const posts = people.flatMap((author, index) =>
    index % 2 === 0
      ? ['positive', 'positive', 'negative', 'negative'].map(sentiment => ({ author, sentiment }))
      : [{ author, sentiment: 'neutral' }]
  )
  const { sentiment, _coverage } = await together(t, posts)

  const { interval = {}, ...coverage } = _coverage.sentiment
  assert.deepEqual(coverage, { n: 120, of: 120, redacted: false, corrected: true })
  // What the model is expected to say of these shares is what it has said.
  const { classes, shares } = confusionOf('sentiment')
  const expected = (said: string) =>
    classes.reduce((sum, value, i) => sum + (sentiment[value] ?? 0) * (shares[i]?.[classes.indexOf(said)] ?? 0), 0)
  for (const [value, said] of [
    ['positive', 0.25],
    ['negative', 0.25],
    ['neutral', 0.5]
  ] as const) {
    const [low = 1, high = 0] = interval[value] ?? []
    const share = sentiment[value] ?? Number.NaN
    assert.ok(low <= share && share <= high, value)
    if (share > 0.001) assert.ok(Math.abs(expected(value) - said) < 0.02, `${value} ${expected(value)}`)
  }
})

test('the sentiment of few people is not told, nor that of a few among many', async t => {
  const of = (count: number) => people.slice(0, count).map(author => ({ author, sentiment: 'neutral' }))
  const few = await together(t, of(99))
  assert.deepEqual([few.sentiment, few._coverage.sentiment], [{}, { of: 120, redacted: true }])

  const rare = await together(t, [
    ...of(111),
    ...people.slice(90, 111).map(author => ({ author, sentiment: 'positive' })),
    ...people.slice(111).map(author => ({ author, sentiment: 'negative' }))
  ])
  assert.deepEqual(Object.keys(rare.sentiment), ['neutral', 'positive'])
})

test('who has five posts and spams in a fifth of them looks like spam', async t => {
  const postsOf = (author: string, all: number, spam: number) =>
    Array.from({ length: all }, (_, index) => ({ author, spam: index < spam }))
  const posts = people.flatMap((author, index) =>
    index < 30 ? postsOf(author, 5, 1) : index < 60 ? postsOf(author, 6, 1) : postsOf(author, 4, 4)
  )
  assert.equal((await together(t, posts)).spam_like, 0.25)
})

test('an interest is one that two posts share', async t => {
  const posts = people.flatMap(author => [
    { author, interests: ['music', 'tv'] },
    { author, interests: ['music'] }
  ])
  const { items } = (await together(t, posts)).top_interests
  assert.deepEqual(
    items.map(({ id, people }) => [id, people]),
    [['music', 120]]
  )
})
