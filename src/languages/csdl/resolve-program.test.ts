import assert from 'node:assert/strict'
import { test } from 'node:test'
import { predicatesOf } from './conditions.ts'
import { normaliseCsdl } from './normalise.ts'
import { parseCsdl } from './parse-csdl.ts'
import { resolveProgram } from './resolve-program.ts'

const hashOf = (name: string) => Buffer.from(name).toString('hex').padEnd(32, '0')

/** Reads a text and includes others by their names. */
function resolved(text: string, others: Readonly<Record<string, string>> = {}) {
  const written = (source: string) => source.replace(/#(\w+)/g, (_, name: string) => `"${hashOf(name)}"`)
  const texts = new Map(Object.entries(others).map(([name, source]) => [hashOf(name), written(source)]))
  return resolveProgram(parseCsdl(written(text)), async hash => texts.get(hash))
}

test('stream stands for the filter of another text, whose tags do not come along', async () => {
  const program = await resolved('stream #cars and not stream #red', {
    cars: 'tag "x" { a exists } return { b exists and stream #fast }',
    fast: 'c exists or d exists',
    red: 'not e exists'
  })
  assert.equal(normaliseCsdl(program), 'b exists and (c exists or d exists) and e exists')
})

test('tags stand for the rules of another text under a path', async () => {
  const program = await resolved('tag "own" { a exists } tags.deep #cars return { b exists }', {
    cars: 'tag.maker "BMW" { c exists } tag.score 2 { stream #red } tags.more #plain',
    plain: 'tag "x" { e exists }',
    red: 'd exists'
  })
  assert.deepEqual(
    program.rules.map(({ path, value, condition, place }) => [
      path,
      value,
      [...predicatesOf(condition)].map(({ target }) => target),
      place.position
    ]),
    [
      ['', 'own', ['a'], 1],
      ['deep.maker', 'BMW', ['c'], 24],
      ['deep.score', 2, ['d'], 24],
      ['deep.more', 'x', ['e'], 24]
    ]
  )
  assert.deepEqual(program.imports, [])
})

const refused = (promise: Promise<unknown>, message: RegExp) =>
  assert.rejects(promise, { name: 'LanguageError', message })

test('a hash that nothing was compiled under is refused at its place', async () => {
  await refused(
    resolved('a exists\n or stream #none'),
    /At line 2 position 5 we were expecting the hash of a compiled filter; there is none with the hash 6e6f6e65/
  )
  await refused(resolved('stream #one', { one: 'a exists and stream #none' }), /At line 1 position 1 .* there is none/)
})

test('a filter is not included as tags, nor tags as a filter', async () => {
  const others = { tags: 'tag "x" { a exists }', filter: 'a exists' }
  await refused(resolved('stream #tags', others), /has only tags, include it with tags/)
  await refused(resolved('tags #filter', others), /the hash of tags without a filter/)
})

test('texts that include each other, or too deep, are refused', async () => {
  await refused(resolved('stream #a', { a: 'stream #b', b: 'stream #a' }), /a filter that does not include itself/)
  const chain = Array.from({ length: 30 }, (_, i) => [`n${i}`, `stream #n${i + 1}`])
  await refused(resolved('stream #n0', Object.fromEntries(chain)), /at most 20 filters that include one another/)
})

test('the limits hold for what a text stands for', async () => {
  const many = (count: number, part: string) => Array(count).fill(part)
  const big = many(600, 'a exists').join(' or ')
  await refused(resolved('stream #big or stream #big', { big }), /^maximum recursion depth of 1000 has been reached$/)
  await refused(resolved('stream #mid', { big, mid: 'stream #big or stream #big' }), /^maximum recursion depth of 1000/)
  const rules = many(200, 'tag "x" { stream #big }').join(' ')
  await refused(resolved(rules, { big }), /at most 100000 conditions in all/)
  const tags = many(6_000, 'tag "x" { a exists }').join(' ')
  await refused(resolved('tags #tags tags.b #tags', { tags }), /at most 10000 tag rules with those of other texts/)
  const large = many(15, `tag.x "x" { ${big} }`).join(' ')
  const often = many(12, '')
    .map((_, at) => `tags.n${at} #large`)
    .join(' ')
  await refused(resolved(often, { large }), /at most 100000 conditions in all/)
  await refused(
    resolved(`tags.${'a'.repeat(150)} #long`, { long: `tag.${'b'.repeat(150)} "x" { a exists }` }),
    /paths of at most 200 characters with those of the tags brought in/
  )
  await refused(
    resolved(many(300, 'tag "x" { a regex_partial "[a-z]{900}" }').join(' ')),
    /regular expressions of at most 250000 steps in all/
  )
  const nested = (inner: string) => `${'a exists and (b exists or '.repeat(30)}${inner}${')'.repeat(30)}`
  await refused(resolved(nested('stream #deep'), { deep: nested('c exists') }), /at most 100 levels of and, or and not/)
})

test('laughs that grow tenfold with each level end at once', { timeout: 10_000 }, async () => {
  const others = Object.fromEntries(
    Array.from({ length: 15 }, (_, i) => [
      `n${i}`,
      Array(900)
        .fill(i < 14 ? `stream #n${i + 1}` : 'a exists')
        .join(' or ')
    ])
  )
  await refused(resolved('stream #n0', others), /^maximum recursion depth/)
})
