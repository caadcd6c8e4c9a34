// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HOCON writes its substitutions like template strings.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../../test/support/processor-ms.ts'
import { LanguageError } from '../language-error.ts'
import { defaultLimits } from '../limits.ts'
import { parseHocon } from './parse-hocon.ts'

function msOf(action: () => void) {
  const start = processorMs()
  action()
  return processorMs() - start
}

for (const text of [
  'include "/etc/passwd"',
  'include file("/etc/passwd")',
  'include url("http://localhost/x")',
  'include classpath("x.conf")',
  'include required(file("x.conf"))',
  'a { include\n"x" }',
  'include = 1',
  'include.x = 1'
]) {
  test(`nothing is included by ${JSON.stringify(text)}`, () => {
    assert.throws(() => parseHocon(text), {
      name: 'LanguageError',
      message: /include a file, a URL or the class path is refused/
    })
  })
}

test('the environment is never read', () => {
  assert.ok(process.env.PATH)
  assert.throws(() => parseHocon('a = ${PATH}'), {
    message: /expected a value for \$\{PATH\}.*environment is not read/
  })
  assert.deepEqual(Object.keys(Object(parseHocon('a = ${?PATH}'))), [])
  assert.throws(() => parseHocon('a = ${PATH[]}'), LanguageError)
})

test('text that other parsers evaluate is only text', () => {
  const text = [
    'a = """${process.exit(1)}"""',
    'b = "process.exit(1)"',
    'c = eval("1")',
    'd = require("child_process").execSync("id")',
    'e = __import__("os")',
    'f = cat /etc/passwd | sh',
    'g = "`id`$(id)#{id}<%= id %>"'
  ].join('\n')
  assert.deepEqual(JSON.parse(JSON.stringify(parseHocon(text))), {
    a: '${process.exit(1)}',
    b: 'process.exit(1)',
    c: 'eval(1)',
    d: 'require(child_process).execSync(id)',
    e: '__import__(os)',
    f: 'cat /etc/passwd | sh',
    g: '`id`$(id)#{id}<%= id %>'
  })
})

for (const text of [
  '__proto__ = 1',
  '__proto__.admin = true',
  'a.__proto__.admin = true',
  'a { "__proto__" { admin = true } }',
  '[{ "\\u005f_proto__": 1 }]',
  'constructor.prototype.admin = true',
  'prototype += 1',
  '__pro"to__" = 1'
]) {
  test(`the key in ${text} is refused`, () => {
    assert.throws(() => parseHocon(text), { name: 'LanguageError', expected: /^a key other than "__proto__"/ })
    assert.equal(Reflect.get({}, 'admin'), undefined)
  })
}

test('a substitution does not see what every object inherits', () => {
  assert.throws(() => parseHocon('a = ${__proto__}'), LanguageError)
  assert.throws(() => parseHocon('b {}, a = ${b.toString}'), LanguageError)
  assert.throws(() => parseHocon('b = [1], a = ${b.length}'), LanguageError)
})

test('objects have no prototype', () => {
  const value = Object(parseHocon('a { b = [{}] }'))
  for (const object of [value, value.a, value.a.b[0]]) assert.equal(Object.getPrototypeOf(object), null)
})

test('a value that is named twice is there twice, not shared', () => {
  const value = Object(parseHocon('a = [1], b = ${a}, c = ${a}'))
  value.b.push(2)
  assert.deepEqual(value.c, [1])
})

for (const [name, text] of [
  ['a NUL byte', 'a = x\0y'],
  ['a NUL byte between values', 'a = 1,\0b = 2'],
  ['another control character', 'a = \u0007']
] as const) {
  test(`${name} outside quotation marks is refused by its name`, () => {
    assert.throws(() => parseHocon(text), {
      name: 'LanguageError',
      message: /expected text without control characters, found "U\+000[07]"/
    })
  })
}

test('64 levels of nesting are read and one more is refused', () => {
  parseHocon(`${'['.repeat(64)}${']'.repeat(64)}`)
  parseHocon(`${'a.'.repeat(63)}a = 1`)
  for (const text of [
    `${'['.repeat(65)}${']'.repeat(65)}`,
    `${'a.'.repeat(64)}a = 1`,
    `${'a.'.repeat(63)}a = [1]`,
    `${'a { '.repeat(64)}${'}'.repeat(64)}`,
    '['.repeat(100_000),
    '{a'.repeat(100_000),
    'a=['.repeat(100_000),
    'a.'.repeat(100_000)
  ]) {
    assert.throws(() => parseHocon(text), LanguageError)
  }
})

test('substitutions cannot nest deeper than text may', () => {
  assert.throws(() => parseHocon(`a = 1\n${'a = { b = ${a} }\n'.repeat(70)}`), /at most 64 levels of nesting/)
  assert.throws(() => parseHocon('a = [${a} [1], ${a} [1]]'), /at most 64 levels of nesting/)
})

// Each line names the line before it ten times.
function laughs(first: string, line: (before: string) => string) {
  const lines = Array.from({ length: 50 }, (_, i) => `a${i + 1} = ${line(`\${a${i}}`)}`)
  return [`a0 = ${first}`, ...lines].join('\n')
}

for (const [name, text] of [
  ['strings', laughs('lol', before => before.repeat(10))],
  ['arrays side by side', laughs('[lol]', before => before.repeat(10))],
  ['arrays inside arrays', laughs('lol', before => `[${`${before},`.repeat(10)}]`)],
  ['objects inside objects', laughs('lol', before => `{${[...'abcdefghij'].map(key => `${key} = ${before}`).join()}}`)],
  ['empty arrays', laughs('[]', before => `[${`${before},`.repeat(10)}]`)],
  ['elements that vanish', laughs('[${?x}]', before => `[${`${before},`.repeat(10)}]`)],
  ['doubling oneself', `a = lol\n${'a = ${a}${a}\n'.repeat(200)}`],
  ['layers under look-backs', `${'a {}\n'.repeat(100_000)}${'a = ${a}\n'.repeat(200)}`]
] as const) {
  test(`a billion laughs of ${name} is refused at once`, { timeout: 10_000 }, () => {
    const ms = msOf(() => assert.throws(() => parseHocon(text), /stands for at most 8388608 values and characters/))
    assert.ok(ms < 3_000, `took ${ms} ms`)
  })
}

test('what stays small however often it is named is read', () => {
  assert.equal(Object(parseHocon(laughs('""', before => before.repeat(10)))).a50, '')
  assert.equal(Object(parseHocon(`a = ""\n${'a = ${a}${a}\n'.repeat(200)}`)).a, '')
})

test('every limit can be set', () => {
  const refuses = (text: string, limits: Partial<typeof defaultLimits>, expected: RegExp) =>
    assert.throws(() => parseHocon(text, limits), { name: 'LanguageError', expected })
  refuses('[[1]]', { maxDepth: 1 }, /^at most 1 levels of nesting$/)
  refuses('a = 1, b = [${a}, ${a}]', { maxSubstitutions: 1 }, /^at most 1 substitutions$/)
  refuses('a = ${b}, b = ${c}, c = 1', { maxSubstitutionDepth: 2 }, /lead through at most 2 values$/)
  refuses('a = 12345', { maxResolvedSize: 5 }, /^a text that stands for at most 5 values/)
})

test('as many substitutions as the limits allow do not overflow the stack', () => {
  const depth = defaultLimits.maxSubstitutionDepth - 1
  const chain = Array.from({ length: depth }, (_, i) => `a${i} = \${a${i + 1}}x`).join('\n')
  assert.equal(Object(parseHocon(`${chain}\na${depth} = y`)).a0, `y${'x'.repeat(depth)}`)
  assert.throws(() => parseHocon(`${chain}\na${depth} = \${b}\nb = \${c}\nc = y`), /lead through at most/)
  assert.throws(() => parseHocon('a += 1\na = ${?a}\n'.repeat(900)), LanguageError)
  assert.throws(() => parseHocon('a += 1\na { x = 1 }\n'.repeat(100_000)), LanguageError)
})

const mebibyte = 1024 * 1024
const longTexts: [string, string][] = [
  ['one word', `a = ${'x'.repeat(mebibyte)}`],
  ['words in a value', `a = ${'x '.repeat(mebibyte / 2)}`],
  ['words in a key', `${'x '.repeat(mebibyte / 2)}= 1`],
  ['digits and dots', `a = ${'1'.repeat(mebibyte / 2)}${'.'.repeat(mebibyte / 2)}`],
  ['slashes', `a = ${'/ '.repeat(mebibyte / 2)}`],
  ['new lines', '\n \r'.repeat(mebibyte / 3)],
  ['comments', '#\n'.repeat(mebibyte / 2)],
  ['quotation marks', `a = """${'"'.repeat(mebibyte)}`],
  ['quotation marks that do not close', `a = """x${'" '.repeat(mebibyte / 2)}`],
  ['pluses', `a = [${'1e+1,'.repeat(mebibyte / 5)}]`],
  ['the same key', 'a=1\n'.repeat(mebibyte / 4)],
  ['fields of one object', 'a.x=1\n'.repeat(mebibyte / 6)],
  ['appends', 'a+=1\n'.repeat(mebibyte / 5)],
  ['other keys', Array.from({ length: mebibyte / 8 }, (_, i) => `k${i}=1`).join('\n')],
  ['arrays side by side', `a = ${'[]'.repeat(mebibyte / 2)}`]
]

for (const [name, text] of longTexts) {
  test(`a mebibyte of ${name} takes linear time`, { timeout: 20_000 }, () => {
    const ms = msOf(() => {
      try {
        parseHocon(text)
      } catch (error) {
        assert.ok(error instanceof LanguageError)
      }
    })
    assert.ok(ms < 3_000, `took ${ms} ms`)
  })
}

test('100,000 ids are read in a fraction of a second', () => {
  const ids = Array.from({ length: 100_000 }, (_, i) => `twitter:${116_679_528 + i}`)
  const text = `ids = [\n${ids.map(id => `  "${id}"`).join('\n')}\n]`
  let value: unknown
  const ms = msOf(() => {
    value = parseHocon(text)
  })
  assert.deepEqual(Object(value).ids, ids)
  assert.ok(ms < 1_000, `took ${ms} ms`)
})
