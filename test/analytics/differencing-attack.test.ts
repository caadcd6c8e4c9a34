import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { analyse } from '../../src/analytics/interactions/analyse.ts'
import type { AnalysisQuestion, AnalysisRow, FreqDist } from '../../src/analytics/interactions/analysis.ts'
import { noPrivacy, type Privacy } from '../../src/analytics/privacy.ts'
import { loadTargets } from '../../src/analytics/targets/targets.ts'
import { parseCsdl } from '../../src/languages/csdl/parse-csdl.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { world, worldTime } from '../support/world.ts'

// Whether one person is among those who a question counts, an attacker asks by two questions that differ by just him. 200 groups,
// each under a hashtag of its own, have a person whom the second question leaves out; 200 others of the same sizes have none. Sizes
// go through every remainder of the rounding ten times.
const step = 20
const smallest = 60
const sizes = Array.from({ length: 10 * step }, (_, number) => smallest + number)
const privacy: Privacy = { minAuthors: step, minTotal: step, roundTo: step, jitterKey: '' }
const secrets = Array.from({ length: 12 }, (_, number) => `secret ${number}`)

const targets = loadTargets([])
const start = worldTime / 1000
const window = { start, end: start + 100 }
const tags = (threshold = 1000, child?: FreqDist): FreqDist => ({
  ...{ analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold } },
  ...(child && { child })
})

let warehouse: Warehouse
before(async t => {
  warehouse = await groups(t as Parameters<typeof world>[0], 1) // A hook's context has what a world needs.
})

/** The person of a group writes with a client of his own, in the last second, in French, and `posts` times. */
async function groups(t: Parameters<typeof world>[0], posts: number): Promise<Warehouse> {
  const made = await world(t)
  await made.command(
    `
    INSERT INTO posts (author, id, created_at, hashtags, client, language, text, observed_at)
    SELECT
      concat('twitter:', toString(number)), concat('twitter:', toString(number * 10 + post)), {at:Int64} + if(isHe, 99500, 500),
      [concat(if(isThere, 'there', 'absent'), toString(size))], if(isHe, 'his', 'theirs'), if(isHe, 'fr', 'en'), 'words', 1
    FROM (
      SELECT arrayJoin({sizes:Array(UInt32)}) AS size, arrayJoin([0, 1]) AS isThere, arrayJoin(range(size)) AS member,
        size * 10000 + isThere * 1000 + member AS number, isThere AND member = 0 AS isHe
    )
    ARRAY JOIN range(if(isHe, {posts:UInt32}, 1)) AS post`,
    { sizes, at: worldTime, posts }
  )
  return made
}

type Told = ReadonlyMap<string, AnalysisRow>

type Asked = { csdl?: string; end?: number; analysis?: FreqDist }

async function ask(how: Privacy, more: Asked, of = warehouse): Promise<Told> {
  const question: AnalysisQuestion = {
    ...{ service: 'twitter', recordingFilter: null, tagsHash: '', ...window, end: more.end ?? window.end },
    filter: more.csdl ? parseCsdl(more.csdl).filter : null,
    analysis: more.analysis ?? tags()
  }
  const { analysis } = await analyse(of, question, { targets, privacy: how })
  return new Map(analysis.results.map(row => [String(row.key), row]))
}

type Attack = (how: Privacy) => Promise<(group: string) => boolean>

const authorsOf = (told: Told, group: string) => told.get(group)?.unique_authors ?? 0
const isTwoQuestions =
  (other: { csdl?: string; end?: number }): Attack =>
  async how => {
    const [all, without] = await Promise.all([ask(how, {}), ask(how, other)])
    return group => authorsOf(all, group) !== authorsOf(without, group)
  }

// Each says of a group whether it looks as if the person were in it.
const attacks: Readonly<Record<string, Attack>> = {
  'a filter that leaves him out': isTwoQuestions({ csdl: 'not interaction.source == "his"' }),
  'a window that ends before him': isTwoQuestions({ end: start + 99 }),
  'a group and its complement': async how => {
    const [all, his, others] = await Promise.all([
      ask(how, {}),
      ask(how, { csdl: 'interaction.language == "fr"' }),
      ask(how, { csdl: 'interaction.language != "fr"' })
    ])
    if (how.minAuthors > 1) assert.equal(his.size, 0)
    return group => authorsOf(all, group) !== authorsOf(others, group)
  },
  'a parent and its only child that is shown': async how => {
    const child: FreqDist = {
      analysis_type: 'freqDist',
      parameters: { target: 'interaction.language', threshold: 200 }
    }
    const all = await ask(how, { analysis: tags(1000, child) })
    const others = (row: AnalysisRow | undefined) => row?.child?.results.find(({ key }) => key === 'en')?.unique_authors
    return group => authorsOf(all, group) !== others(all.get(group))
  },
  'interactions instead of authors': async how => {
    const [all, without] = await Promise.all([ask(how, {}), ask(how, { csdl: 'not interaction.source == "his"' })])
    return group => all.get(group)?.interactions !== without.get(group)?.interactions
  }
}

/** How often the attack says "he is there" of groups where he is, and of groups where nobody is left out. */
async function rates(attack: Attack, how: Privacy, among = sizes) {
  const looksThere = await attack(how)
  const share = (kind: string) => among.filter(size => looksThere(`${kind}${size}`)).length / among.length
  return { there: share('there'), absent: share('absent') }
}

for (const [name, attack] of Object.entries(attacks)) {
  test(`${name}: a person shows only where a count crosses a multiple of the rounding`, async () => {
    assert.deepEqual(await rates(attack, noPrivacy), { there: 1, absent: 0 })
    // One in `step` sizes, by a question that is chosen at random; each time by one that is chosen for its size.
    assert.deepEqual(await rates(attack, privacy), { there: 1 / step, absent: 0 })
    const atMultiples = sizes.filter(size => size % step === 0)
    assert.deepEqual(await rates(attack, privacy, atMultiples), { there: 1, absent: 0 })
  })

  test(`${name}: with jitter both kinds of groups look alike, at multiples of the rounding too`, async t => {
    const jittered = await Promise.all(
      secrets.map(async jitterKey => {
        const looksThere = await attack({ ...privacy, jitterKey })
        return {
          there: sizes.filter(size => looksThere(`there${size}`)),
          absent: sizes.filter(size => looksThere(`absent${size}`))
        }
      })
    )
    const advantage = (among: (size: number) => boolean) => {
      const count = (kind: 'there' | 'absent') => jittered.flatMap(seen => seen[kind].filter(among)).length
      return (count('there') - count('absent')) / (secrets.length * sizes.filter(among).length)
    }
    const [anywhere, atMultiples] = [advantage(() => true), advantage(size => size % step === 0)]
    t.diagnostic(`looks there more often by ${anywhere.toFixed(3)}, at multiples by ${atMultiples.toFixed(3)}`)
    // Four standard errors of a difference of nothing.
    assert.ok(Math.abs(anywhere) < 0.06, String(anywhere))
    assert.ok(Math.abs(atMultiples) < 0.26, String(atMultiples))
  })
}

test('order and cut follow from what is told, with jitter and without', async () => {
  for (const jitterKey of ['', 'a secret']) {
    const how = { ...privacy, jitterKey }
    const all = [...(await ask(how, {})).values()]
    const byTold = all.toSorted(
      (one, other) =>
        other.interactions - one.interactions ||
        other.unique_authors - one.unique_authors ||
        (String(one.key) < String(other.key) ? -1 : 1)
    )
    assert.deepEqual(all, byTold)
    assert.deepEqual([...(await ask(how, { analysis: tags(50) })).values()], all.slice(0, 50))
  }
})

test('asking again, for more rows or for children, tells nothing new', async () => {
  const how = { ...privacy, jitterKey: 'a secret' }
  const first = await ask(how, {})
  const child: FreqDist = { analysis_type: 'freqDist', parameters: { target: 'interaction.language', threshold: 5 } }
  for (const analysis of [tags(), tags(1001), tags(1000, child)]) {
    for (const [key, { interactions, unique_authors }] of await ask(how, { analysis }))
      assert.deepEqual({ key, interactions, unique_authors }, first.get(key))
  }
  const rewritten = await ask(how, { csdl: ' interaction.content  exists' })
  assert.deepEqual(rewritten, await ask(how, { csdl: 'interaction.content exists // the same' }))
})

test('who writes often shows in interactions as much more often', async t => {
  const often = await groups(t, 3)
  const [all, without] = [
    await ask(privacy, {}, often),
    await ask(privacy, { csdl: 'not interaction.source == "his"' }, often)
  ]
  const differ = (count: 'interactions' | 'unique_authors') =>
    sizes.filter(size => all.get(`there${size}`)?.[count] !== without.get(`there${size}`)?.[count]).length /
    sizes.length
  assert.deepEqual([differ('unique_authors'), differ('interactions')], [1 / step, 3 / step])
})
