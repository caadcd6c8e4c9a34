import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { compiledRegex, exactly, forEngine } from '../../src/analytics/csdl/regex.ts'
import { checkRegex } from '../../src/languages/csdl/check-regex.ts'
import { regexScripts } from '../../src/languages/csdl/regex-scripts.ts'
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

test('a regular expression that the parser takes runs in the engine and in our own code', async t => {
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
  const scripts = [...regexScripts, 'Grek', 'Garay', 'Unknown'].map(name => `\\p{${name}}`)
  const verdicts: { regex: string; taken: boolean; runs: boolean }[] = []
  for (const regex of [...awkward, ...scripts])
    verdicts.push({ regex, taken: checkRegex(regex) === undefined, runs: await runs(regex) })
  const which = (isSo: (verdict: (typeof verdicts)[number]) => boolean) =>
    verdicts.filter(isSo).map(({ regex }) => regex)
  assert.deepEqual(
    which(({ taken, runs }) => taken && !runs),
    []
  )
  for (const regex of which(({ taken }) => taken)) {
    compiledRegex(regex)
    compiledRegex(exactly(regex))
  }
  // Refused all the same: mistakes that the engine forgives, and what means another thing in every dialect.
  const forgiven = ['', '(?P<n>a)(?P<n>b)', ')', 'a)', '[\\d-z]', '\\', '\\Qa.b\\E', '\\Qa', '\\C']
  assert.deepEqual(
    which(({ taken, runs }) => runs && !taken),
    forgiven
  )
})

test('a regular expression matches the same in the engine and in our own code', async t => {
  const warehouse = await world(t, {})
  const texts = ['日本', 'sky', ']x', 'ax', 'ab', '😀', 'naïve', '']
  const regexes = [
    '日本語?',
    '(?:日本語*)',
    'é{0,2}ab',
    '😀?sky|日本',
    '[]a]x',
    '[^]]y',
    '(?i)NAÏ?VE',
    'naï?ve',
    'é?',
    '(?<n>sky)'
  ]
  for (const regex of regexes.flatMap(regex => [regex, exactly(regex)])) {
    const rows = await warehouse.rows(
      Type.Object({ text: Type.String() }),
      'SELECT arrayJoin({texts:Array(String)}) AS text WHERE match(text, {regex:String})',
      { texts, regex: forEngine(regex) }
    )
    const compiled = compiledRegex(regex)
    assert.deepEqual(
      rows.map(({ text }) => text),
      texts.filter(text => compiled.matcher(text).find()),
      regex
    )
  }
})
