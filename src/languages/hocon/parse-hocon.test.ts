// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HOCON writes its substitutions like template strings.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LanguageError } from '../language-error.ts'
import { parseHocon } from './parse-hocon.ts'

// Objects without a prototype as ordinary ones, so that deepEqual compares their contents.
const read = (text: string) => JSON.parse(JSON.stringify(parseHocon(text)))

const means: [claim: string, text: string, value: unknown][] = [
  // The request bodies of the public documentation.
  [
    'a list of ids with equals sign and commas',
    'ids = ["twitter:116679528","twitter:118710202", "twitter:119772680"]',
    { ids: ['twitter:116679528', 'twitter:118710202', 'twitter:119772680'] }
  ],
  [
    'a list of ids on lines of their own, and a job',
    'job = AudienceInfluencers\nids = [\n  "twitter:1"\n  "twitter:2"\n]\n',
    { job: 'AudienceInfluencers', ids: ['twitter:1', 'twitter:2'] }
  ],
  // Leaving things out.
  ['an empty text is an empty object', ' \n # nothing\n', {}],
  ['JSON', '{"a": [1, {"b": null}], "c": true}', { a: [1, { b: null }], c: true }],
  ['braces around the whole are optional', 'a: 1, b: 2', { a: 1, b: 2 }],
  ['an array as the whole', '[1, 2]', [1, 2]],
  ['a separator before an object is optional', 'a { b { c = 1 } }', { a: { b: { c: 1 } } }],
  ['new lines around separators', 'a\n=\n1\nb\n{ c = 2 }', { a: 1, b: { c: 2 } }],
  ['a byte order mark', '\ufeffa = 1', { a: 1 }],
  ['Windows line ends', 'a = 1\r\nb = x y\r\n', { a: 1, b: 'x y' }],
  ['Unicode spaces', 'a\u00a0=\u20031\u3000', { a: 1 }],
  ['one comma after the last element', '[1, 2,]', [1, 2]],
  ['a comma on the next line', 'a = 1\n, b = 2', { a: 1, b: 2 }],
  ['new lines instead of commas', '[\n1\n2\n\n3\n]', [1, 2, 3]],
  ['comments', '# one\na = 1 // two\n// three\nb = 2# four', { a: 1, b: 2 }],
  ['no comments in quotation marks', 'a = "x # y // z"', { a: 'x # y // z' }],
  ['a single slash is text', 'a = /usr/bin', { a: '/usr/bin' }],
  // Scalars.
  ['unquoted strings keep the spaces inside', 'a =  foo   bar  ', { a: 'foo   bar' }],
  ['strings side by side become one', 'a = x "y  z"w', { a: 'x y  zw' }],
  ['true, false and null alone keep their type', '[true\nfalse\nnull]', [true, false, null]],
  ['in company they are text', '[true false\nnull x]', ['true false', 'null x']],
  ['numbers', '[0, -1, 1.50, 1e3, 1E-2, 1e+2]', [0, -1, 1.5, 1000, 0.01, 100]],
  ['numbers in company stay as written', 'a = 1.50 1e3 x', { a: '1.50 1e3 x' }],
  ['digits with letters are text', '[10.0bar\n1.2.3\n0xff\n-foo\n-]', ['10.0bar', '1.2.3', '0xff', '-foo', '-']],
  ['leading zeros do not matter', 'a = 007', { a: 7 }],
  ['2^53 - 1 is a number', 'a = 9007199254740991', { a: 9007199254740991 }],
  ['larger whole numbers keep their digits, as a string', 'a = 12345678901234567890', { a: '12345678901234567890' }],
  ['so do negative ones', 'a = -9007199254740993', { a: '-9007199254740993' }],
  ['parentheses are text', 'a = f(x)', { a: 'f(x)' }],
  ['escapes', 'a = "\\u00e9\\n\\"\\/"', { a: 'é\n"/' }],
  ['triple quotes take everything as it is', 'a = """x\n\\n "y" ${z}"""', { a: 'x\n\\n "y" ${z}' }],
  ['more than three closing quotation marks', 'a = """x"""""', { a: 'x""' }],
  ['six quotation marks are an empty string', 'a = """"""', { a: '' }],
  // Keys and paths.
  ['a path makes objects', 'a.b.c = 1, a.b.d = 2', { a: { b: { c: 1, d: 2 } } }],
  ['quoted elements keep their dots', 'a."b.c".d = 1', { a: { 'b.c': { d: 1 } } }],
  ['an empty element is quoted', 'a."".b = 1', { a: { '': { b: 1 } } }],
  ['keys may have spaces', 'a b c = 1', { 'a b c': 1 }],
  [
    'numbers in keys are text and their dots separate',
    '3.14 = 1, 10.0foo = 2',
    { '3': { '14': 1 }, '10': { '0foo': 2 } }
  ],
  ['true is a key', 'true = 1', { true: 1 }],
  ['a key in pieces', 'foo"10.0" = 1', { 'foo10.0': 1 }],
  [
    'include later in a key, quoted or as a value',
    'a include = 1, "include" = include',
    { 'a include': 1, include: 'include' }
  ],
  // Merging.
  ['a later value wins', 'a = 1, a = 2', { a: 2 }],
  ['objects merge', 'a { x = 1, y = 1 }, a { y = 2, z = 2 }', { a: { x: 1, y: 2, z: 2 } }],
  ['objects merge at any depth', 'a.b.c = 1, a { b { d = 2 } }', { a: { b: { c: 1, d: 2 } } }],
  ['another value between them prevents it', 'a { x = 1 }, a = null, a { y = 2 }', { a: { y: 2 } }],
  ['arrays do not merge', 'a = [1], a = [2]', { a: [2] }],
  // Concatenation.
  ['arrays side by side', 'a = [1, 2] [3]', { a: [1, 2, 3] }],
  ['objects side by side', 'a = { x = 1 } { y = 2 } { x = 3 }', { a: { x: 3, y: 2 } }],
  ['a new line prevents it', '[[1] [2]\n[3]]', [[1, 2], [3]]],
  ['without commas or lines', '[ 1 2 3 ]', ['1 2 3']],
  // Substitutions.
  ['a substitution keeps the type', 'a = 1, b = ${a}, c = [${a}]', { a: 1, b: 1, c: [1] }],
  ['looks forward', 'b = ${a}, a = 1', { b: 1, a: 1 }],
  ['sees the last value', 'a = 1, b = ${a}, a = 2', { a: 2, b: 2 }],
  ['in text', 'n = "x", s = a ${n} b${n}"c"', { n: 'x', s: 'a x bxc' }],
  ['numbers in text as written', 'n = 1.0, s = v${n}', { n: 1, s: 'v1.0' }],
  ['none in quotation marks', 'a = "${b}"', { a: '${b}' }],
  ['paths with quotes and spaces', '"a.b" { "c d" = 1 }, x = ${ "a.b".c d }', { 'a.b': { 'c d': 1 }, x: 1 }],
  ['arrays grow', 'p = [1], q = ${p} [2] ${p}', { p: [1], q: [1, 2, 1] }],
  ['objects inherit', 'base { x = 1, y = 1 }, a = ${base} { y = 2 }', { base: { x: 1, y: 1 }, a: { x: 1, y: 2 } }],
  [
    'an inherited object merges with fields',
    'base { x = 1 }, a = ${base}, a.y = 2',
    { base: { x: 1 }, a: { x: 1, y: 2 } }
  ],
  [
    'into an inherited object',
    'b = ${a}, a { x { y = 1 } }, c = ${b.x.y}',
    { b: { x: { y: 1 } }, a: { x: { y: 1 } }, c: 1 }
  ],
  [
    'an object refers into itself',
    'bar { foo = 42, baz = ${bar.foo} }, bar { foo = 43 }',
    { bar: { foo: 43, baz: 43 } }
  ],
  [
    'objects refer to one another',
    'bar { a = ${foo.d}, b = 1 }, bar.b = 3, foo { c = ${bar.b}, d = 2 }, foo.d = 4',
    { bar: { a: 4, b: 3 }, foo: { c: 3, d: 4 } }
  ],
  ['a hidden substitution is never evaluated', 'a = ${nowhere}, a = 42', { a: 42 }],
  [
    'a number-keyed object beside an array is an array',
    'o { "1" = b, "0" = a, x = c }, l = ${o} [z]',
    {
      o: { '0': 'a', '1': 'b', x: 'c' },
      l: ['a', 'b', 'z']
    }
  ],
  // Optional substitutions.
  ['no field', 'a = ${?x}', {}],
  ['the earlier value stays', 'a = 1, a = ${?x}', { a: 1 }],
  ['no element', '[1, ${?x}, 2]', [1, 2]],
  ['an empty string in text', 'a = ${?x}y', { a: 'y' }],
  ['nothing beside an array or object', 'a = ${?x} [1], b = {c = 1} ${?x}', { a: [1], b: { c: 1 } }],
  ['two of them are no field either', 'a = ${?x}${?y}', {}],
  ['null is a value', 'a = null, b = ${?a}', { a: null, b: null }],
  // Self-reference.
  ['a value grows from its earlier one', 'p = "a:b", p = ${p}":c"', { p: 'a:b:c' }],
  ['several times', 'p = [1], p = ${p} [2], p = ${p} [3]', { p: [1, 2, 3] }],
  ['along a path', 'a.b = x, a.b = ${a.b}y', { a: { b: 'xy' } }],
  ['the earlier object', 'foo { a { c = 1 } }, foo = ${foo.a}, foo { a = 2 }', { foo: { a: 2, c: 1 } }],
  ['optionally, without an earlier value', 'a = ${?a}foo', { a: 'foo' }],
  ['to nothing at all', 'a = ${?a}', {}],
  ['optional circles vanish', 'a = ${?b}, b = ${?a}', {}],
  ['an optional element within itself vanishes', 'a = [1, ${?a}]', { a: [1] }],
  ['others see the outcome', 'b = ${a}, a = x, a = ${a}y', { b: 'xy', a: 'xy' }],
  ['two that exchange their values agree', 'a = 1, b = 2, a = ${b}, b = ${a}', { a: 1, b: 1 }],
  // +=
  ['+= begins a list', 'a += 1', { a: [1] }],
  ['+= adds to a list', 'a = [1], a += 2, a += [3]', { a: [1, 2, [3]] }],
  ['+= adds to an inherited list', 'b = [1], a = ${b}, a += 2, b += 3', { b: [1, 3], a: [1, 3, 2] }],
  ['+= in merged objects', 'x { a += 1 }, x { a += 2 }', { x: { a: [1, 2] } }],
  ['+= in objects inside lists', '[{ a += 1, a += 2 }]', [{ a: [1, 2] }]]
]

for (const [claim, text, value] of means) {
  test(`HOCON: ${claim}: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(read(text), value)
  })
}

const refused: [text: string, message: string][] = [
  ['{a = 1', 'Line 1, column 7: expected ",", a new line or "}" after a value, found the end of the text'],
  ['[\n1 # one\n', 'Line 3, column 1: expected ",", a new line or "]" after a value, found the end of the text'],
  ['a = 1 }', 'Line 1, column 7: expected ",", a new line or the end of the text after a value, found "}"'],
  ['{} {}', 'Line 1, column 4: expected the end of the text, found "{"'],
  ['[1,,2]', 'Line 1, column 4: expected a value, found ","'],
  ['[,1]', 'Line 1, column 2: expected a value, found ","'],
  ['[1,2,,]', 'Line 1, column 6: expected a value, found ","'],
  ['{,}', 'Line 1, column 2: expected a key, found ","'],
  ['a =', 'Line 1, column 4: expected a value, found the end of the text'],
  ['ids = [\n\n  }', 'Line 3, column 3: expected a value, found "}"'],
  ['a', 'Line 1, column 2: expected ":", "=", "+=" or "{" after a key, found the end of the text'],
  [
    'ids = [twitter:1]',
    'Line 1, column 15: expected ",", a new line or "]" after a value (text with ":" or "=" needs quotation marks), found ":"'
  ],
  [
    'a = x@y',
    'Line 1, column 6: expected text with characters such as $ + ` ^ ? ! @ * & \\ to stand in quotation marks, found "@"'
  ],
  [
    'a..b = 1',
    'Line 1, column 3: expected a name on both sides of each dot of a path ("" stands for an empty one), found "."'
  ],
  [
    '.a = 1',
    'Line 1, column 1: expected a name on both sides of each dot of a path ("" stands for an empty one), found "."'
  ],
  [
    'a. = 1',
    'Line 1, column 4: expected a name on both sides of each dot of a path ("" stands for an empty one), found "="'
  ],
  ['[1] = 2', 'Line 1, column 5: expected the end of the text, found "="'],
  ['a = "x', 'Line 1, column 7: expected a closing quotation mark, found the end of the text'],
  ['a = """x""', 'Line 1, column 11: expected three closing quotation marks, found the end of the text'],
  [
    'a = [1] x',
    'Line 1, column 5: expected only arrays, only objects or only plain values side by side, found a mixture'
  ],
  ['a = [1] {b = 1}', 'Line 1, column 5: expected an array beside an array, found an object'],
  [
    'a = 1, a += 2',
    'Line 1, column 10: expected only arrays, only objects or only plain values side by side, found a mixture'
  ],
  ['a = ${}', 'Line 1, column 7: expected a path such as a.b, found "}"'],
  ['a = ${b', 'Line 1, column 8: expected "}" after the path of a substitution, found the end of the text'],
  ['a = ${b[]}', 'Line 1, column 8: expected "}" after the path of a substitution, found "["'],
  ['${a} = 1', 'Line 1, column 1: expected a key, found "$"'],
  [
    'a = 1\nb = ${c.d}',
    'Line 2, column 5: expected a value for ${c.d} in this text, found none (the environment is not read)'
  ],
  ['a = ${a}', 'Line 1, column 5: expected a value for ${a} in this text, found one that depends on itself'],
  [
    'a = ${a}, a = {x = 1}',
    'Line 1, column 5: expected a value for ${a} in this text, found one that depends on itself'
  ],
  [
    'a = ${b}, b = ${c}, c = ${a}',
    'Line 1, column 25: expected a value for ${a} in this text, found one that depends on itself'
  ],
  ['a = {b = ${a}}', 'Line 1, column 10: expected a value that does not contain itself, found one that does'],
  ['a = [${a}]', 'Line 1, column 6: expected a value that does not contain itself, found one that does']
]

for (const [text, message] of refused) {
  test(`HOCON ${JSON.stringify(text)} is refused with its place and what was expected`, () => {
    assert.throws(() => parseHocon(text), { name: 'LanguageError', message })
  })
}

test('every JSON document is a HOCON document of the same value', () => {
  const key = fc.string({ unit: 'grapheme' }).filter(name => !['__proto__', 'constructor', 'prototype'].includes(name))
  const { document } = fc.letrec(tie => ({
    document: fc.oneof(fc.array(tie('value')), fc.dictionary(key, tie('value'))),
    value: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer(), fc.boolean(), fc.constant(null)),
      tie('document')
    )
  }))
  fc.assert(
    fc.property(document, fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      assert.deepEqual(read(text), JSON.parse(text, largeNumbersAsText))
    }),
    { numRuns: 1_000, seed: 1 }
  )
})

// JSON.stringify writes whole numbers from 2^53 up to 1e21 with all their digits.
function largeNumbersAsText(_key: string, value: unknown) {
  const isLong = Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(Number(value)) < 1e21
  return isLong ? String(value) : value
}

test('arbitrary text is read or refused with a LanguageError, never anything else', () => {
  const pieces = [
    'a',
    '.',
    '=',
    '+=',
    '{',
    '}',
    '[',
    ']',
    ',',
    '\n',
    ' ',
    '"x"',
    '"""',
    '${a}',
    '${?b.a}',
    '${',
    '#',
    '//',
    '1',
    '-',
    ':'
  ]
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(all => all.join(''))
  )
  fc.assert(
    fc.property(texts, text => {
      try {
        parseHocon(text)
      } catch (error) {
        assert.ok(error instanceof LanguageError, `${JSON.stringify(text)}: ${error}`)
      }
    }),
    { numRuns: 5_000, seed: 1 }
  )
})
