import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RE2JS } from 're2js'
import { seededRandom } from '../../../test/support/seeded-random.ts'
import { checkRegex } from './check-regex.ts'
import { requiredLiterals } from './regex-literals.ts'

test('a regular expression tells what must stand in a text for it to match', () => {
  const known: Readonly<Record<string, readonly string[] | undefined>> = {
    'Coffee \\w+ house': ['coffee '],
    'colou?r': ['colo'],
    '\\bflat white\\b': ['flat white'],
    'tea|coff(?:ee)+': ['tea', 'coff'],
    '(?:tea|coffee) time': [' time'],
    '(tea|coffee)s?': ['tea', 'coffee'],
    '\\$[0-9]{2}': ['$'],
    '(?i)Teas': ['tea'],
    'a{2,3}b': ['a'],
    naïve: ['na'],
    'x*': undefined,
    'tea|': undefined,
    '(tea)?': undefined,
    '(tea){0,3}': undefined,
    '[tea].': undefined,
    '(?i)ss': undefined
  }
  for (const [regex, expected] of Object.entries(known)) assert.deepEqual(requiredLiterals(regex), expected, regex)
})

test('wherever a regular expression matches, one of its literals stands', () => {
  const random = seededRandom(12)
  const oneOf = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? ''
  const some = (items: readonly string[], most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => oneOf(items)).join('')
  const parts = [
    ...[
      'a',
      'b',
      'S',
      'k',
      'é',
      '😀',
      '.',
      '^',
      '$',
      '|',
      '(',
      '(?:',
      '(?i)',
      '(?i:',
      '(?P<n>',
      ')',
      ')',
      '{',
      '}',
      ']'
    ],
    ...[
      '*',
      '+',
      '?',
      '{2}',
      '{0,2}',
      '{1,}',
      '*?',
      '[ab]',
      '[^a]',
      '[]a]',
      '\\b',
      '\\z',
      '\\.',
      '\\d',
      '\\x61',
      '\\pL',
      '1'
    ]
  ]
  const signs = ['a', 'A', 'b', 's', 'S', 'ſ', 'k', 'K', '\u212a', 'é', '😀', '.', '1', ' ', '{', ']', 'İ', 'Σ']
  let met = 0
  for (let round = 0; round < 30_000; round++) {
    const regex = some(parts, 7)
    if (checkRegex(regex) !== undefined) continue
    const literals = requiredLiterals(regex)
    if (!literals) continue
    const compiled = RE2JS.compile(regex, RE2JS.DOTALL)
    for (let i = 0; i < 8; i++) {
      const text = some(signs, 6)
      if (!compiled.matcher(text).find()) continue
      met++
      const folded = text.toLowerCase()
      assert.ok(
        literals.some(literal => literal !== '' && folded.includes(literal)),
        JSON.stringify({ regex, text, literals })
      )
    }
  }
  assert.ok(met > 1_000, `${met} matches`)
})
