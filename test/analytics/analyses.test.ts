import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../src/analytics/interactions/analyse.ts'
import type { Analysis, AnalysisQuestion, FreqDist } from '../../src/analytics/interactions/analysis.ts'
import { noPrivacy } from '../../src/analytics/privacy.ts'
import { loadTargets } from '../../src/analytics/targets/targets.ts'
import { InvalidRequest } from '../../src/errors.ts'
import { parseCsdl } from '../../src/languages/csdl/parse-csdl.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { warehouseEngines } from '../support/engines.ts'
import { populate, type WorldContents, world, worldTime } from '../support/world.ts'

const targets = loadTargets([])
const start = worldTime / 1000

function ask(warehouse: Warehouse, analysis: Analysis, more: Partial<AnalysisQuestion> = {}, privacy = noPrivacy) {
  const question = {
    service: 'twitter',
    recordingFilter: null,
    tagsHash: '',
    filter: null,
    start,
    end: start + 86_400
  } as const
  return analyse(warehouse, { ...question, analysis, ...more }, { targets, privacy })
}

const filterOf = (csdl: string) => parseCsdl(csdl).filter
function freqDist(target: string, threshold = 10, child?: FreqDist): FreqDist {
  return { analysis_type: 'freqDist', parameters: { target, threshold }, ...(child && { child }) }
}

const contents: WorldContents = {
  profiles: [
    { id: 'ann', gender: 'female' },
    { id: 'bob', gender: 'male' },
    { id: 'cat', gender: 'female' }
  ],
  posts: [
    { author: 'ann', hashtags: ['moon', 'mars'], text: 'to the moon' },
    { author: 'ann', hashtags: ['moon'], text: 'the moon again' },
    { author: 'bob', hashtags: ['moon', 'moon'], text: 'a moon' },
    { author: 'cat', text: 'no tag' },
    { author: 'dan', hashtags: ['mars'], text: 'somebody without a profile' },
    { author: 'linkedin:eve', hashtags: ['moon'] }
  ]
}

test('a recording’s filter and the filter of the analysis both hold, and totals count what has no value', async t => {
  const warehouse = await world(t, contents)
  const moon = await ask(warehouse, freqDist('interaction.hashtags'), {
    recordingFilter: filterOf('interaction.content contains "moon"'),
    filter: filterOf('li.user.member.gender == "female"')
  })
  assert.deepEqual(moon, {
    interactions: 2,
    unique_authors: 1,
    analysis: {
      ...freqDist('interaction.hashtags'),
      results: [
        { key: 'moon', interactions: 2, unique_authors: 1 },
        { key: 'mars', interactions: 1, unique_authors: 1 }
      ],
      redacted: false
    }
  })
  const all = await ask(warehouse, freqDist('interaction.hashtags', 1))
  assert.deepEqual([all.interactions, all.unique_authors], [5, 4])
  assert.deepEqual(all.analysis.results, [{ key: 'moon', interactions: 3, unique_authors: 2 }])
})

test('each shown row carries the rows of the next level', async t => {
  const warehouse = await world(t, contents)
  const { analysis } = await ask(warehouse, freqDist('interaction.hashtags', 2, freqDist('li.user.member.gender', 1)))
  const child = { ...freqDist('li.user.member.gender', 1), redacted: false }
  assert.deepEqual(analysis.results, [
    {
      ...{ key: 'moon', interactions: 3, unique_authors: 2 },
      child: { ...child, results: [{ key: 'female', interactions: 2, unique_authors: 1 }] }
    },
    {
      ...{ key: 'mars', interactions: 2, unique_authors: 2 },
      child: { ...child, results: [{ key: 'female', interactions: 1, unique_authors: 1 }] }
    }
  ])
})

test('under itself a target counts what occurs together', async t => {
  const warehouse = await world(t, contents)
  const { analysis } = await ask(warehouse, freqDist('interaction.hashtags', 1, freqDist('interaction.hashtags')))
  assert.deepEqual(
    analysis.results[0]?.child?.results.map(({ key, interactions }) => [key, interactions]),
    [
      ['moon', 3],
      ['mars', 1]
    ]
  )
})

test('an interaction that was imported twice counts once before parts are merged', async t => {
  const warehouse = await world(t, contents)
  const posts = (contents.posts ?? []).map((post, index) => ({ ...post, id: `twitter:${9_000_000 + index}` }))
  await populate(warehouse, { posts }, 2)
  const { interactions, unique_authors } = await ask(warehouse, freqDist('interaction.hashtags'))
  assert.deepEqual([interactions, unique_authors], [5, 4])
})

test('with small groups hidden, results, points and counts are redacted and rounded', async t => {
  const warehouse = await world(t, contents)
  const privacy = { ...noPrivacy, minAuthors: 2, roundTo: 2 }
  const shown = await ask(warehouse, freqDist('li.user.member.gender'), {}, privacy)
  assert.deepEqual([shown.interactions, shown.unique_authors], [4, 4])
  assert.deepEqual(shown.analysis.results, [{ key: 'female', interactions: 2, unique_authors: 2 }])
  const redacted = await ask(warehouse, freqDist('li.user.member.gender'), {}, { ...privacy, minTotal: 5 })
  assert.deepEqual(redacted, {
    interactions: 0,
    unique_authors: 0,
    analysis: { ...freqDist('li.user.member.gender'), results: [], redacted: true }
  })
})

test('rows stand in the order of their rounded counts, then of their keys', async t => {
  const posts = ['zz', 'aa', 'mm'].flatMap((tag, extra) =>
    Array.from({ length: 10 - extra }, (_, number) => ({ author: `p${number}`, hashtags: [tag] }))
  )
  const warehouse = await world(t, { posts })
  const { analysis } = await ask(warehouse, freqDist('interaction.hashtags', 2), {}, { ...noPrivacy, roundTo: 8 })
  // zz has ten, aa nine, mm eight: all of them are told as 8.
  assert.deepEqual(
    analysis.results.map(({ key, unique_authors }) => [key, unique_authors]),
    [
      ['aa', 8],
      ['mm', 8]
    ]
  )
})

test('distinct counts that outgrow their memory are made approximately, and say so', async t => {
  const warehouse = await world(t)
  await warehouse.command(
    `INSERT INTO posts (author, id, created_at, hashtags, observed_at)
     SELECT concat('twitter:', toString(number)), concat('twitter:', toString(number)), {at:Int64}, ['moon'], 1 FROM numbers(400000)`,
    { at: worldTime }
  )
  const question: AnalysisQuestion = {
    ...{ service: 'twitter' as const, recordingFilter: null, tagsHash: '', filter: null, start, end: start + 1 },
    analysis: freqDist('interaction.hashtags')
  }
  const exact = await analyse(warehouse, question, { targets, privacy: noPrivacy })
  assert.equal(exact.unique_authors, 400_000)
  assert.equal(exact.approximate, undefined)
  const { approximate, interactions, unique_authors, analysis } = await analyse(warehouse, question, {
    targets,
    privacy: noPrivacy,
    memoryBytes: 20_000_000
  })
  assert.deepEqual([approximate, interactions], [true, 400_000])
  for (const authors of [unique_authors, analysis.results[0]?.unique_authors ?? 0])
    assert.ok(Math.abs(authors - 400_000) < 6_000, String(authors))
})

test('a target whose trait is switched off is not analysed any more', async t => {
  const warehouse = await world(t, contents)
  const question: AnalysisQuestion = {
    ...{ service: 'twitter' as const, recordingFilter: null, tagsHash: '', filter: null, start, end: start + 1 },
    analysis: freqDist('li.user.member.gender')
  }
  await assert.rejects(
    analyse(warehouse, question, { targets: loadTargets(['gender']), privacy: noPrivacy }),
    (error: unknown) => error instanceof InvalidRequest && error.message.includes('li.user.member.gender')
  )
})

test('over a server and over a cluster, analyses say what they say in the process', async t => {
  const questions: readonly (readonly [Analysis, Partial<AnalysisQuestion>])[] = [
    [freqDist('interaction.hashtags', 5, freqDist('li.user.member.gender', 5, freqDist('interaction.language'))), {}],
    [freqDist('li.user.member.gender'), { filter: filterOf('interaction.hashtags in "moon,mars"') }],
    [freqDist('interaction.mentions'), { filter: filterOf('not li.user.member.gender == "male"') }],
    [{ analysis_type: 'timeSeries', parameters: { interval: 'minute', span: 2 } }, {}]
  ]
  const privacies = [noPrivacy, { ...noPrivacy, minAuthors: 2, roundTo: 2, jitterKey: 'a secret' }]
  const answers = async (warehouse: Warehouse) => {
    await populate(warehouse, contents)
    return Promise.all(
      questions.flatMap(([analysis, more]) => privacies.map(privacy => ask(warehouse, analysis, more, privacy)))
    )
  }
  const [first, ...others] = warehouseEngines
  if (!first) throw new Error('there is no engine to test')
  const expected = await answers(await first.open(t))
  for (const engine of others) {
    const found = await answers(await engine.open(t))
    // Both shards of the test's cluster are one table: interactions come out doubled, authors do not.
    if (engine.isDoubled) assert.deepEqual(authorsOnly(found), authorsOnly(expected), engine.name)
    else assert.deepEqual(found, expected, engine.name)
  }
})

const authorsOnly = (answers: unknown) =>
  JSON.parse(JSON.stringify(answers, (name, member) => (name === 'interactions' ? undefined : member)))

test('conditions on authors count those without a row as a join does, whichever way they are asked', async t => {
  const warehouse = await world(t, contents)
  const interactions = async (csdl: string, target: string) =>
    (await ask(warehouse, freqDist(target), { filter: filterOf(csdl) })).interactions
  const filters = [
    ['li.user.member.gender == "female"', 3],
    ['not li.user.member.gender == "female"', 2],
    ['li.user.member.gender != "female"', 2],
    ['li.user.member.gender in "female,unknown" and interaction.hashtags == "mars"', 2],
    ['li.user.member.gender == "female" or interaction.hashtags == "mars"', 4],
    ['not li.user.member.country exists', 5]
  ] as const
  for (const [csdl, expected] of filters) {
    // The second target is read off the author's row, so that there is a join.
    assert.equal(await interactions(csdl, 'interaction.hashtags'), expected, csdl)
    assert.equal(await interactions(csdl, 'li.user.member.gender'), expected, csdl)
  }
})

test('the largest filter that an analysis may have runs', async t => {
  const words = Array.from({ length: 100 }, (_, at) => `word${at}`)
  const warehouse = await world(t, {
    posts: [
      { author: 'ann', text: words.join(' ') },
      { author: 'bob', text: 'word1' }
    ]
  })
  const csdl = Array.from({ length: 30 }, (_, at) => `interaction.content contains_all "${words.with(at, 'word0')}"`)
  const { interactions } = await ask(warehouse, freqDist('li.type'), { filter: filterOf(csdl.join(' and ')) })
  assert.equal(interactions, 1)
})

test('words are looked for near one another in the longest posts', async t => {
  const warehouse = await world(t, {
    posts: [
      { author: 'ann', text: 'a b '.repeat(25_000) },
      { author: 'bob', text: 'b' }
    ]
  })
  const filter = filterOf('interaction.content contains_near "a, b:5"')
  assert.equal((await ask(warehouse, freqDist('li.type'), { filter })).interactions, 1)
})
