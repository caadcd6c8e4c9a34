import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashCsdl, normaliseCsdl } from './normalise.ts'
import { parseCsdl } from './parse-csdl.ts'
import type { Program } from './tree.ts'

const hash = '15068d2476bedd162530702700d63547'

test('a hash is 32 digits that comments, white space, case of words and other names do not change', () => {
  const text = `tag.cars "BMW" { a.b contains "bmw" } return { c.d cs any "x,y" and not e.f exists }`
  const same = `// Cars
    TAG.Cars "BMW" {A.B contains_phrase 'bmw'}
    return { (C.D CS contains_any [keep(classic)] "x,  y") and /* none */ NOT (e.f EXISTS) }`
  assert.match(hashCsdl(text), /^[0-9a-f]{32}$/)
  assert.equal(hashCsdl(same), hashCsdl(text))
  assert.equal(hashCsdl(parseCsdl(text)), hashCsdl(text))
})

test('a hash does not change from release to release', () => {
  assert.equal(hashCsdl('interaction.content contains "coffee"'), '53c6bf11b560d856737136981c80d7a8')
})

test('what is in quotes, numbers, targets and the order of conditions are part of the hash', () => {
  const texts = [
    'a.b == "x"',
    'a.b == "X"',
    'a.b cs == "x"',
    'a.c == "x"',
    'a.b == 1',
    'a.b == 2',
    'a.b != 1',
    'a.b in "x"'
  ]
  const chains = [
    'a exists and b exists',
    'b exists and a exists',
    'a exists or b exists',
    'not (a exists and b exists)'
  ]
  const tags = [
    'tag "x" { a exists }',
    'tag.x "x" { a exists }',
    `tags "${hash}"`,
    `tags.x "${hash}"`,
    `stream "${hash}"`
  ]
  const all = [...texts, ...chains, ...tags]
  assert.equal(new Set(all.map(hashCsdl)).size, all.length)
})

/** A program without places. */
const bare = (program: Program) =>
  JSON.parse(JSON.stringify(program, (key, value) => (key === 'place' ? undefined : value)))

for (const text of [
  'a.b == "tab\\t line\\n quote\\" backslash\\\\ comma, and \' \u2028"',
  'a.b in "a\\,b, c\\\\, \\ d\\ , \\n"',
  'a.b wildcard "a*, b\\*\\?, c\\\\\\\\, d\\,e"',
  'a.b regex_partial "\\\\d\\s\\"\\\\\\\\x\\n"',
  'a.b near "x\\"y,z:5" or a.b geo_radius "1.5,-2:0.0000001" and not (c.d in [1e21, -0.5] or e.f < 5)',
  `tag "a\\"b" { not a.b exists } tag.c.d -1.5 { stream "${hash}" } tags.e "${hash}" return { f.g exists }`
]) {
  test(`the normal form of ${text} reads as the same program`, () => {
    const program = parseCsdl(text)
    const normal = normaliseCsdl(program)
    assert.deepEqual(bare(parseCsdl(normal)), bare(program))
    assert.equal(normaliseCsdl(parseCsdl(normal)), normal)
  })
}
