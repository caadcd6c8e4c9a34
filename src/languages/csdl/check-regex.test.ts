import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRegex } from './check-regex.ts'

for (const regex of [
  'a',
  'I love (Twitter|Tweeting)!?',
  '^[a-z0-9_\\.-]+@([\\da-z\\.-]+)\\.([a-z\\.]{2,6})$',
  '[^\\]]',
  '[]a]',
  '[a-]',
  '(?i)x(?-i:y)(?s-m)',
  '(?P<n>a)(?<m>b)',
  'a{,3}{',
  'a{2,}?b??',
  '\\pL\\p{Greek}\\P{^Lu}',
  '[[:alpha:]\\d]',
  '\\x{1F600}\\x41\\07\\a',
  '\\bword\\b*',
  '(a+)+$',
  '(|a)*',
  '.{1000}',
  '(?:a{10}){100}',
  '😀+[😀-😂]',
  '\\"\\-\\_',
  '\\pL{250}'
]) {
  test(`the engine runs ${regex}`, () => {
    assert.equal(checkRegex(regex), undefined)
  })
}

for (const [regex, message] of [
  ['', /not empty/],
  ['a'.repeat(1001), /at most 1000 characters/],
  ['(?=a)', /without lookahead and lookbehind/],
  ['(?!a)', /without lookahead and lookbehind/],
  ['(?<=a)', /without lookahead and lookbehind/],
  ['(a)\\1', /without backreferences/],
  ['(?P<n>a)\\k<n>', /without backreferences/],
  ['(?>a)', /groups of RE2 only/],
  ['(?#a)', /groups of RE2 only/],
  ['(?R)', /groups of RE2 only/],
  ['(?P<n>a)(?P<n>b)', /different names/],
  ['(a', /closed by \)/],
  ['a)', /closes nothing/],
  ['[a', /closed by \]/],
  ['[', /closed by \]/],
  ['[z-a]', /from the smaller character/],
  ['[a-\\d]', /from the smaller character/],
  ['[\\b]', /without \\b/],
  ['[[:foo:]]', /classes that there are/],
  ['*a', /something before each/],
  ['a|*', /something before each/],
  ['a**', /two repeats in a row/],
  ['a++', /two repeats in a row/],
  ['a{2}{3}', /two repeats in a row/],
  ['a{3,2}', /the smaller number first/],
  ['a{1001}', /repeats of at most/],
  ['((a{100}){100}){100}', /at most 1000 steps/],
  ['a{900}b{900}', /at most 1000 steps/],
  ['\\pL{300}', /at most 1000 steps/],
  ['a\\', /escapes that RE2 has/],
  ['\\Z', /escapes that RE2 has, not \\Z/],
  ['\\p{Nope}', /escapes that RE2 has/],
  ['\\x{110000}', /escapes that RE2 has/]
] as const) {
  test(`${regex.slice(0, 30)} is refused: ${message.source}`, () => {
    assert.match(checkRegex(regex) ?? '', message)
  })
}
