import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { evaluateFilter } from '../../src/analytics/csdl/evaluate-filter.ts'
import type { FilterValue } from '../../src/analytics/csdl/filter-reader.ts'
import { foldArguments } from '../../src/analytics/csdl/fold.ts'
import { countInteractions } from '../../src/analytics/interactions/count-interactions.ts'
import { interactionsFrom } from '../../src/analytics/interactions/interactions-from.ts'
import { noPrivacy } from '../../src/analytics/privacy.ts'
import type { Target } from '../../src/analytics/targets/target.ts'
import { loadTargets } from '../../src/analytics/targets/targets.ts'
import { parseCsdl } from '../../src/languages/csdl/parse-csdl.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { idOf, type WorldContents, world, worldTime } from '../support/world.ts'

const random = seededRandom(20170603)
const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item // None is empty.
const people = [...'abcdefghij']

// The last three have no profile.
const profiles: WorldContents['profiles'] = people.slice(0, 7).map(id => ({
  id,
  name: oneOf(['Ann', 'Bob & Co', '']),
  summary: oneOf(['Loves trains', 'Senator', '']),
  location: oneOf(['Paris', 'New York, NY', '']),
  verified: random() < 0.5,
  followers: oneOf([0, 5, 1000]),
  gender: oneOf(['male', 'female', '']),
  birthyear: oneOf([1950, 1985, 1999, 0]),
  country: oneOf(['US', 'FR', '']),
  accountType: oneOf(['person', 'organization', '']),
  interests: oneOf([['politics'], ['travel', 'sports'], []])
}))
const posts: WorldContents['posts'] = Array.from({ length: 60 }, (_, at) => ({
  author: oneOf(people),
  createdAt: worldTime + at * 60_000,
  text: oneOf(['Blue sky', 'red sea', 'the moon #moon']),
  kind: oneOf(['post', 'reply', 'retweet', 'quote'] as const),
  ...(random() < 0.5 && { refAuthor: oneOf(people) }),
  hashtags: oneOf([[], ['Moon'], ['moon', 'SEA']]),
  urls: oneOf([[], ['http://www.bbc.example/a'], ['https://x.example/?utm_a=1']]),
  retweets: oneOf([null, 0, 7]),
  sentiment: oneOf(['positive', 'negative', '']),
  mentions: oneOf([[], [{ id: idOf('a'), handle: null }], [{ id: null, handle: 'Zed' }]])
}))

const targets = loadTargets([])
const asked = targets.all.filter(({ source, type }) => source !== 'tags' && type !== 'point')
type Row = Readonly<Record<string, FilterValue>>

/** What every target says of every post. */
async function everything(warehouse: Warehouse): Promise<Row[]> {
  const columns = asked.map(({ expression, name }) => `${expression} AS \`${name}\``)
  const rows = await warehouse.rows(
    Type.Record(Type.String(), Type.Unknown()),
    `SELECT ${columns.join(', ')} FROM ${interactionsFrom(new Set(asked.map(({ source }) => source)))}`,
    { ...Object.assign({}, ...asked.map(({ params }) => params ?? {})), service_prefix: 'twitter:' }
  )
  return rows as Row[] // What targets answer: texts, numbers and lists of them.
}

const valuesOf = (name: string, rows: readonly Row[]) =>
  rows.flatMap(row => row[name] ?? []).filter(said => said !== '')

function condition({ name, type }: Target, rows: readonly Row[]): string {
  if (random() < 0.15) return `${name} exists`
  if (type === 'number') return `${name} ${oneOf(['==', '!=', '<', '>='])} ${oneOf([0, 1, 5, 7, 1000])}`
  const said = valuesOf(name, rows)
  const value = () => String(said.length === 0 ? 'none' : oneOf(said)).replace(/,/g, '\\,')
  return oneOf([
    `${name} == "${value().toUpperCase()}"`,
    `${name} != "${value()}"`,
    `${name} in "${value()}, ${value()}"`,
    `${name} any "${value()}, ${value()}"`
  ])
}

function filter(depth: number, rows: readonly Row[]): string {
  if (depth === 0) {
    const target = oneOf(asked)
    // Many are known of nothing here: most conditions are on others.
    return random() < 0.8 && valuesOf(target.name, rows).length === 0 ? filter(0, rows) : condition(target, rows)
  }
  const inner = () => filter(depth - 1, rows)
  return oneOf([() => `not (${inner()})`, () => `(${inner()} and ${inner()})`, () => `(${inner()} or ${inner()})`])()
}

test('filters over whatever is known of posts and their authors count as plain code does', async t => {
  const warehouse = await world(t, { profiles, posts })
  const rows = await everything(warehouse)
  let met = 0
  for (let round = 0; round < 150; round++) {
    const csdl = [filter(round % 3, rows), round % 2 === 0 ? 'interaction.type exists' : filter(1, rows)] as const
    const [recordingFilter, own] = csdl.map(text => parseCsdl(text).filter)
    assert.ok(recordingFilter && own)
    const expected = rows.filter(
      row =>
        evaluateFilter(foldArguments(recordingFilter, targets), name => row[name], 'recording') &&
        evaluateFilter(foldArguments(own, targets), name => row[name], 'query')
    )
    const window = { start: worldTime / 1000, end: worldTime / 1000 + 86_400 }
    const question = { service: 'twitter', tagsHash: '', recordingFilter, filter: own, ...window } as const
    assert.deepEqual(
      await countInteractions(warehouse, question, { targets, privacy: noPrivacy }),
      {
        interactions: expected.length,
        unique_authors: new Set(expected.map(row => row['interaction.author.id'])).size
      },
      JSON.stringify(csdl)
    )
    if (expected.length > 0 && expected.length < rows.length) met++
  }
  assert.ok(met > 40, `${met} filters met some posts`)
})
