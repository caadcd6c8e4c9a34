import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { noPrivacy, type Privacy } from '../../src/analytics/privacy.ts'
import followerBreakdown from '../../src/jobs/catalog/follower-breakdown.ts'
import { runJob } from '../support/run-job.ts'
import { idOf, world } from '../support/world.ts'

type Account = { id: string; audienceSize: number; gender: object; top_hashtags: { items: { people: number }[] } }

const privacy: Privacy = { minAuthors: 20, minTotal: 40, roundTo: 10, jitterKey: '' }

// Account number i is followed by the first i people, and by one more whom somebody wants to know of.
const sizes = Array.from({ length: 25 }, (_, index) => index + 36)
const accountOf = (size: number) => `account${size}`
const crowd = Array.from({ length: 60 }, (_, index) => `p${index}`)
const follows = sizes.flatMap(size =>
  [...crowd.slice(0, size), 'person'].map(follower => [follower, accountOf(size)] as const)
)

/** Everybody is alike in all that is inferred, so that each count of an account is the same, and one more with the person. */
async function twins(t: TestContext) {
  const described = (ids: readonly string[]) => ({
    profiles: ids.map(id => ({
      ...{
        id,
        accountType: 'person',
        gender: 'female',
        birthyear: 1984,
        interests: ['science'],
        spam: true,
        followers: 50
      },
      ...{ country: 'US', continent: 'North America', globalMetroArea: 'Boston', usMetroArea: 'Boston-Cambridge' }
    })),
    posts: ids.map(author => ({
      ...{ author, language: 'en', device: 'mobile', os: 'ios', sentiment: 'positive' },
      ...{ hashtags: ['moon'], domains: ['nasa.gov'], mentions: [{ id: idOf('nasa'), handle: 'nasa' }] }
    }))
  })
  return {
    without: await world(t, { follows, ...described(crowd) }),
    with: await world(t, { follows, ...described([...crowd, 'person']) })
  }
}

type Twins = Awaited<ReturnType<typeof twins>>

/** The numbers of others beside whom the person made any difference to what an account's breakdown says. */
async function betrayed(worlds: Twins, how: Privacy): Promise<number[]> {
  const ids = sizes.map(accountOf)
  const accountsOf = async (warehouse: Twins['with']) => {
    const { body } = await runJob(followerBreakdown, warehouse, { ids }, { privacy: how })
    return new Map((body as { accounts: Account[] }).accounts.map(account => [account.id, account]))
  }
  const [one, other] = [await accountsOf(worlds.without), await accountsOf(worlds.with)]
  return sizes.filter(size => {
    const id = idOf(accountOf(size))
    assert.equal(one.get(id)?.audienceSize, size + 1)
    return JSON.stringify(one.get(id)) !== JSON.stringify(other.get(id))
  })
}

test('what one follower is like shows only where a count crosses a multiple of the rounding', async t => {
  const worlds = await twins(t)
  assert.deepEqual(await betrayed(worlds, noPrivacy), sizes)
  assert.deepEqual(await betrayed(worlds, privacy), [39, 49, 59])

  // Where it shows then is a secret: who knows all the others cannot tell which question to ask.
  const jittered = await betrayed(worlds, { ...privacy, jitterKey: 'a secret' })
  const again = await betrayed(worlds, { ...privacy, jitterKey: 'another secret' })
  assert.notDeepEqual(jittered, again)
  assert.ok(![39, 49, 59].every(size => jittered.includes(size)), String(jittered))
})

test('the same followers are told the same, beside whatever other accounts they are asked for', async t => {
  const { with: warehouse } = await twins(t)
  const how = { privacy: { ...privacy, jitterKey: 'a secret' } }
  const ask = async (others: readonly string[], sample = 20_000) => {
    const ids = [accountOf(55), ...others]
    const { body } = await runJob(followerBreakdown, warehouse, { ids, sample_size: sample }, how)
    return (body as { accounts: Account[] }).accounts.find(({ id }) => id === idOf(accountOf(55)))
  }
  const alone = await ask([])
  assert.deepEqual(await ask([accountOf(40)]), alone)
  assert.deepEqual(await ask([], 56), alone)
})
