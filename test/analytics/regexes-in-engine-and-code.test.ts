import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { checkRegex as checkForEngine } from '../../src/analytics/csdl/regex.ts'
import { checkRegex } from '../../src/languages/csdl/check-regex.ts'
import type { Predicate } from '../../src/languages/csdl/tree.ts'
import { world } from '../support/world.ts'

const awkward = [
  ...[
    'a',
    '^$',
    '',
    'a|',
    '|',
    '()',
    '(?:)',
    '[a-c]+\\b',
    '\\bsky\\b',
    '.',
    'a*?',
    'a{2,3}?',
    'a{,2}',
    'a{',
    '{1}',
    'x{2}{3}'
  ],
  ...[
    '(?i)a',
    '(?i:a)b',
    '(?s).',
    '(?m)^a$',
    '(?U)a+',
    '(?-i)a',
    '(?x)a',
    '(?P<n>a)',
    '(?<n>a)',
    '(?P<n>a)(?P<n>b)',
    '(?P=n)'
  ],
  ...[
    '(?=a)',
    '(?!a)',
    '(?<=a)',
    '(?<!a)',
    '(?>a)',
    '(?#a)',
    '(a)\\1',
    '\\k<n>',
    'a++',
    'a*+',
    'a**',
    '*a',
    '+',
    '?',
    '(*)'
  ],
  ...[
    '(',
    ')',
    '(a',
    'a)',
    '[',
    ']',
    '[]',
    '[]a]',
    '[^]',
    '[z-a]',
    '[a-\\d]',
    '[\\d-z]',
    '[[:alpha:]]',
    '[[:what:]]',
    '[\\b]'
  ],
  ...[
    '\\d\\w\\s',
    '\\D\\W\\S',
    '\\pL',
    '\\p{Greek}',
    '\\p{Nonsense}',
    '\\P{L}',
    '\\p{^L}',
    '\\p{L',
    '\\pX',
    '\\x41',
    '\\x{1F600}'
  ],
  ...[
    '\\x{110000}',
    '\\xZ',
    '\\u0041',
    '\\A\\z',
    '\\Z',
    '\\G',
    '\\B',
    '\\h',
    '\\R',
    '\\X',
    '\\0',
    '\\07',
    '\\e',
    '\\_',
    '\\-',
    '\\'
  ],
  ...[
    '\\Qa.b\\E',
    '\\Qa',
    '\\C',
    '日本.?',
    '😀+',
    'a{1000}',
    'a{1001}',
    '(a{100}){100}',
    '(?:a{2}){3}',
    '\\.\\*',
    "'",
    '"',
    '\\n\\t'
  ],
  ...[
    '(?i)(?:a|b',
    '(?P<>a)',
    '(?P<a-b>a)',
    '(?P<n',
    '[a&&b]',
    '\\s\\S',
    '$^',
    'a{3,2}',
    '((((a))))',
    '[\\x{41}-\\x{5A}]',
    '(?i-s)a'
  ]
]

const predicate = (regex: string): Predicate => ({
  ...{ kind: 'predicate', target: 'interaction.content', operator: 'regex_partial', isCaseSensitive: false },
  ...{ argument: { kind: 'text', text: regex }, place: { line: 1, position: 1, offset: 0 } }
})

test('a regular expression that the parser and our own code take runs in the engine', async t => {
  const warehouse = await world(t, {})
  const runs = (regex: string) =>
    warehouse
      .rows(Type.Object({ found: Type.Integer() }), "SELECT match(materialize('sky'), {regex:String}) AS found", {
        regex
      })
      .then(
        () => true,
        () => false
      )
  const isTaken = (regex: string) => {
    if (checkRegex(regex) !== undefined) return false
    try {
      checkForEngine(regex, predicate(regex))
      return true
    } catch {
      return false
    }
  }
  const verdicts: { regex: string; taken: boolean; parsed: boolean; runs: boolean }[] = []
  for (const regex of awkward)
    verdicts.push({ regex, taken: isTaken(regex), parsed: checkRegex(regex) === undefined, runs: await runs(regex) })
  const which = (isSo: (verdict: (typeof verdicts)[number]) => boolean) =>
    verdicts.filter(isSo).map(({ regex }) => regex)
  assert.deepEqual(
    which(({ taken, runs }) => taken && !runs),
    []
  )
  assert.deepEqual(
    which(({ parsed, taken }) => parsed !== taken),
    []
  )
  // Refused all the same: mistakes that the engine forgives, and what means another thing in every dialect.
  const forgiven = ['', '(?P<n>a)(?P<n>b)', ')', 'a)', '[\\d-z]', '\\', '\\Qa.b\\E', '\\Qa', '\\C']
  assert.deepEqual(
    which(({ taken, runs }) => runs && !taken),
    forgiven
  )
})
