import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Answer, apiKey, clientOf, members, username } from './pylon-client.ts'

const headers = { authorization: `${username}:${apiKey}`, 'content-type': 'application/json' }
const base = '/v1.6/pylon/twitter'

// Now and then a value of a kind that has no business there.
const odd = fc.constantFrom<unknown>(
  ...[null, '', 0, -1, 1.5, 2 ** 53, 1e300, [], {}, [['a']], 'x', "x' OR 1=1", '{a:String}', '\u2028', '\ud800', '\\']
)
const mostly = (good: fc.Arbitrary<unknown>) => fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: odd })

const targets = [
  ...['interaction.hashtags', 'INTERACTION.HASHTAGS', 'interaction.media_type', 'interaction.language', 'links.domain'],
  ...['interaction.tags', 'li.user.member.gender', 'li.user.member.country', 'li.user.member.skills', 'fb.author.age']
]
const freqDist: fc.Memo<unknown> = fc.memo(levels =>
  fc.record(
    {
      analysis_type: fc.constant('freqDist'),
      parameters: fc.record({
        target: mostly(fc.constantFrom(...targets)),
        threshold: mostly(fc.integer({ min: 1, max: 9 }))
      }),
      child: levels > 1 ? fc.option(freqDist(levels - 1)) : fc.constant(null)
    },
    { requiredKeys: ['analysis_type', 'parameters'] }
  )
)
const timeSeries = fc.record({
  analysis_type: fc.constant('timeSeries'),
  parameters: fc.record(
    {
      interval: mostly(fc.constantFrom('minute', 'hour', 'day', 'week', 'month')),
      span: mostly(fc.integer({ min: 1, max: 40 }))
    },
    { requiredKeys: [] }
  )
})
const filter = fc.constantFrom(
  ...['', 'interaction.content contains "coffee"', 'interaction.hashtags in "cake,coffee"', 'links.domain exists'],
  ...['not interaction.content contains_near "i,coffee:3"', 'interaction.content wildcard "cof*"', '(((', 'a == "'],
  ...['interaction.content contains "\\\\" or interaction.hashtags == "\\""', 'interaction.hashtags in ""']
)
const now = Math.floor(Date.now() / 1000)
const window = fc.oneof(
  fc.constant({}),
  fc.record({ start: fc.integer({ min: now - 86_400, max: now - 3_600 }), end: mostly(fc.constantFrom(now, '')) }),
  fc.record({ end: mostly(fc.integer({ min: now - 3_600, max: now })) })
)
const analysis = fc
  .tuple(window, fc.record({ filter: mostly(filter), parameters: mostly(fc.oneof(freqDist(3), timeSeries)) }))
  .map(parts => ({ ...parts[0], ...parts[1] }))

const texts = fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('coffee', 'a b', ',', '"', '\\')), {
  minLength: 1,
  maxLength: 3
})
const words = mostly(fc.record({ any: texts, all: texts, none: texts }, { requiredKeys: ['any'] }))
const audience = mostly(
  fc.constantFrom<unknown>(
    { countries: ['united states', 'france'] },
    { gender: 'unknown', languages: ['en'] },
    { metro_areas: ['a,b', '"', ' \\ '] }
  )
)
const strategy = fc.record({
  strategy: mostly(fc.constantFrom('top_urls', 'top_concepts', 'audience_breakdown')),
  version: fc.constant(1),
  parameters: fc.record(
    {
      keywords: words,
      audience,
      concepts: words,
      comparison_audience: mostly(fc.oneof(fc.constant('global'), audience)),
      period: mostly(fc.integer({ min: 1, max: 28 })),
      groups: mostly(
        fc.constantFrom<unknown>({ top: { genders: 2 } }, { custom: { 'a "b': { keywords: { any: ['i'] } } } })
      )
    },
    { requiredKeys: ['comparison_audience'] }
  )
})

/** Neither a bug nor a limit. */
function assertJudged({ status, data }: Answer) {
  assert.ok([200, 202, 400].includes(status), `${status} ${JSON.stringify(data)}`)
}

test('whatever question is accepted is answered, at once and by a task alike', async t => {
  const { send, poll, standing } = await clientOf(t, 'twitter', headers)
  const answered = { analysis: 0, strategy: 0 }

  async function ask(type: 'analysis' | 'strategy', parameters: object) {
    const body = { subscription_id: standing, name: 'n', type, parameters }
    const submitted = await send({ method: 'POST', path: `${base}/task`, body })
    assertJudged(submitted)
    if (submitted.status !== 202) return submitted
    const task = await poll(`${base}/task/${type}/${members(submitted).id}`)
    assert.deepEqual([task.status, task.message], ['completed', ''])
    answered[type]++
    return task.result
  }

  await fc.assert(
    fc.asyncProperty(analysis, async parameters => {
      const atOnce = await send({ method: 'POST', path: `${base}/analyze`, body: { id: standing, ...parameters } })
      assertJudged(atOnce)
      const result = await ask('analysis', parameters)
      if (atOnce.status === 200) assert.deepEqual(result, atOnce.data)
      else assert.equal((result as Answer).status, 400)
    }),
    { numRuns: 30 }
  )
  await fc.assert(
    fc.asyncProperty(strategy, async parameters => void (await ask('strategy', parameters))),
    { numRuns: 30 }
  )
  assert.ok(answered.analysis > 10 && answered.strategy > 5, JSON.stringify(answered))
})
