import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { logOddsZ } from '../../src/analytics/log-odds-z.ts'
import audienceInfluencers from '../../src/jobs/catalog/audience-influencers.ts'
import externalInfluencers from '../../src/jobs/catalog/external-influencers.ts'
import followerBreakdown from '../../src/jobs/catalog/follower-breakdown.ts'
import { interactionTypes } from '../../src/model/interaction.ts'
import { runJob } from '../support/run-job.ts'
import { idOf, world } from '../support/world.ts'

const name = fc.integer({ min: 0, max: 15 }).map(number => `p${number}`)
const anyWorld = fc.record({
  follows: fc.array(fc.tuple(name, name), { maxLength: 60 }),
  interactions: fc.array(
    fc.record({
      from: name,
      to: name,
      type: fc.constantFrom(...interactionTypes),
      // Few posts: the same interaction comes twice now and then.
      postId: fc.integer({ min: 1, max: 5 }).map(number => `twitter:${number}`)
    }),
    { maxLength: 60 }
  ),
  members: fc.uniqueArray(name, { minLength: 1, maxLength: 9 })
})

type Item = { id: string; score: number } & Record<string, number>
const unique = <Value>(values: readonly Value[]) => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values()
]
const distinct = (values: readonly string[]) => new Set(values).size

test('in any world the counts of the reports are those of plain code', async t => {
  await fc.assert(
    fc.asyncProperty(anyWorld, async ({ members, ...contents }) => {
      // An account engages with others only: importers drop the rest, follows of oneself are not counted.
      const interactions = unique(contents.interactions.filter(({ from, to }) => from !== to))
      const follows = unique(contents.follows).filter(([from, to]) => from !== to)
      const warehouse = await world(t, { follows: contents.follows, interactions })
      const isInside = (person: string) => members.includes(person)
      const everybody = Array.from({ length: 16 }, (_, number) => `p${number}`)

      const inner = await runJob(audienceInfluencers, warehouse, { ids: members, limit: 1000 })
      const ranked = (inner.body as { audienceInfluencerRanking: { items: Item[] } }).audienceInfluencerRanking.items
      const toMember = (person: string, types: readonly string[]) =>
        interactions.filter(({ from, to, type }) => to === person && isInside(from) && types.includes(type))
      const expectedInner = members
        .map(person => ({
          id: idOf(person) as string,
          followers_in_audience: follows.filter(([from, to]) => to === person && isInside(from)).length,
          mentions_in_audience: toMember(person, ['mention', 'reply']).length,
          shares_in_audience: toMember(person, ['retweet', 'quote']).length
        }))
        .filter(item => item.followers_in_audience + item.mentions_in_audience + item.shares_in_audience > 0)
      const countsOf = ({ id, followers_in_audience, mentions_in_audience, shares_in_audience }: Item) => ({
        ...{ id, followers_in_audience, mentions_in_audience, shares_in_audience }
      })
      assert.deepEqual(ranked.map(countsOf).sort(byId), expectedInner.sort(byId))
      assert.ok(ranked.every((item, index) => item.score <= (ranked[index - 1]?.score ?? 100)))

      const external = await runJob(externalInfluencers, warehouse, { ids: members, limit: 1000 })
      const listed = (external.body as { externalInfluencerRanking: { items: Item[] } }).externalInfluencerRanking.items
      const followers = new Set(follows.map(([from]) => from))
      const engagers = new Set(interactions.map(({ from }) => from))
      const size = (people: Set<string>, inside: boolean) => [...people].filter(p => isInside(p) === inside).length
      const bases = [
        size(followers, true),
        size(followers, false),
        size(engagers, true),
        size(engagers, false)
      ] as const
      const weights = [bases[1] > 0 ? bases[0] : 0, bases[3] > 0 ? bases[2] : 0] as const
      const expectedOuter = everybody
        .filter(person => !isInside(person))
        .map(person => {
          const engaging = interactions.filter(({ to }) => to === person).map(({ from }) => from)
          const following = follows.filter(([, to]) => to === person).map(([from]) => from)
          const a = distinct(following.filter(isInside))
          const b = distinct(following) - a
          const c = distinct(engaging.filter(isInside))
          const d = distinct(engaging) - c
          const z =
            Math.sqrt(weights[0]) * logOddsZ(a, bases[0], b, bases[1]) +
            Math.sqrt(weights[1]) * logOddsZ(c, bases[2], d, bases[3])
          const score = z / Math.sqrt(Math.max(1, weights[0] + weights[1]))
          return { id: idOf(person) as string, counts: [a, b, c, d], score }
        })
        .filter(({ counts: [a = 0, , c = 0], score }) => a + c > 0 && score > 0.00005)
      assert.deepEqual(
        listed
          .map(item => ({
            id: item.id,
            counts: [
              ...[item.followers_in_audience, item.followers_in_benchmark],
              ...[item.engaged_in_audience, item.engaged_in_benchmark]
            ]
          }))
          .sort(byId),
        expectedOuter.map(({ id, counts }) => ({ id, counts })).sort(byId)
      )
      const scores = new Map(expectedOuter.map(({ id, score }) => [id, score]))
      assert.ok(listed.every(item => Math.abs(item.score - (scores.get(item.id) ?? 0)) < 1e-4))

      const breakdown = await runJob(followerBreakdown, warehouse, { ids: members })
      const { together } = breakdown.body as { together: { audienceSize: number } }
      assert.equal(together.audienceSize, distinct(follows.filter(([, to]) => isInside(to)).map(([from]) => from)))
    }),
    { numRuns: 12 }
  )
})

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1
}
