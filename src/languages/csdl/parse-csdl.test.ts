import assert from 'node:assert/strict'
import { test } from 'node:test'
import { predicatesOf } from './conditions.ts'
import { parseCsdl, parseQueryFilter } from './parse-csdl.ts'
import type { Argument, Expression } from './tree.ts'

/** A filter as a short text: words with their items in parentheses. */
function shape(expression: Expression | null): string {
  if (!expression) return ''
  switch (expression.kind) {
    case 'predicate':
      return expression.target
    case 'stream':
      return `stream:${expression.hash}`
    case 'not':
      return `not(${shape(expression.item)})`
    default:
      return `${expression.kind}(${expression.items.map(shape).join(' ')})`
  }
}

const filterOf = (text: string) => shape(parseCsdl(text).filter)

function only(text: string) {
  const [predicate] = [...predicatesOf(parseCsdl(text).filter ?? assert.fail())]
  return predicate ?? assert.fail()
}

const argumentOf = (text: string): Argument => only(`a.b ${text}`).argument

test('a condition is a target, an operator and an argument, and knows its place', () => {
  assert.deepEqual(parseCsdl('\n  interaction.content contains "coffee"'), {
    rules: [],
    imports: [],
    filter: {
      kind: 'predicate',
      target: 'interaction.content',
      operator: 'contains',
      isCaseSensitive: false,
      argument: { kind: 'text', text: 'coffee' },
      place: { line: 2, position: 3, offset: 3 }
    }
  })
})

test('not binds tightest, then and, then or; a chain of one word is one node', () => {
  assert.equal(filterOf('a exists or b exists and not c exists or d exists'), 'or(a and(b not(c)) d)')
  assert.equal(filterOf('a exists and b exists and c exists'), 'and(a b c)')
  assert.equal(filterOf('(a exists or b exists) and c exists'), 'and(or(a b) c)')
  assert.equal(filterOf('a exists or (b exists or (c exists))'), 'or(a b c)')
  assert.equal(filterOf('not (a exists or b exists)'), 'not(or(a b))')
  assert.equal(filterOf('not not a exists and not (not not b exists)'), 'and(a not(b))')
})

test('words are read in any case, and comments stand wherever white space does', () => {
  const text = '/* one */ Interaction.Content /* two */ CS Contains // three\n "Polish" AND NOT b EXISTS // end'
  assert.equal(filterOf(text), 'and(interaction.content not(b))')
  assert.equal(only(text).isCaseSensitive, true)
  assert.equal(filterOf('\uFEFFa exists'), 'a')
  assert.equal(filterOf('2ch.title exists'), '2ch.title')
})

test('operators have other names', () => {
  const named = (text: string) => only(`a.b ${text}`).operator
  assert.deepEqual(
    ['contains_phrase "x"', 'any "x"', 'all "x"', 'near "x,y:5"', 'wild "x*"', 'pcre "x"', 'regex "x"', '<> 1'].map(
      named
    ),
    [
      ...['contains', 'contains_any', 'contains_all', 'contains_near'],
      ...['wildcard', 'regex_partial', 'regex_partial', '!=']
    ]
  )
})

test('a backslash takes the next character as it is, and strings may span lines', () => {
  assert.deepEqual(argumentOf('== "say \\"hi\\" \\\\ \'x\'"'), { kind: 'text', text: 'say "hi" \\ \'x\'' })
  assert.deepEqual(argumentOf("== 'say \"hi\" it\\'s'"), { kind: 'text', text: 'say "hi" it\'s' })
  assert.deepEqual(argumentOf('== "a\nb\\nc\\td // no comment"'), { kind: 'text', text: 'a\nb\nc\td // no comment' })
})

test('the items of a list are trimmed and empty ones dropped; a comma behind a backslash belongs to its item', () => {
  assert.deepEqual(argumentOf('contains_any "red, white ,\n\tblue,,"'), {
    kind: 'texts',
    texts: ['red', 'white', 'blue']
  })
  assert.deepEqual(argumentOf('in "a\\, b, c\\\\, \\ d\\ "'), { kind: 'texts', texts: ['a, b', 'c\\', ' d '] })
  assert.deepEqual(argumentOf('wildcard "a*, b\\*, c\\,d"'), { kind: 'texts', texts: ['a*', 'b\\*', 'c,d'] })
})

test('numbers are whole or decimal, with sign and exponent, and lists of them stand in brackets', () => {
  assert.deepEqual(
    ['5', '-2', '+.5', '5.25', '1e3', '2.5E-1'].map(written => argumentOf(`< ${written}`)),
    [5, -2, 0.5, 5.25, 1000, 0.25].map(value => ({ kind: 'number', value }))
  )
  assert.deepEqual(argumentOf('<-2'), { kind: 'number', value: -2 })
  assert.deepEqual(argumentOf('in [400,401 , 4.5]'), { kind: 'numbers', values: [400, 401, 4.5] })
})

test('control of punctuation is read and ignored', () => {
  for (const control of ['[keep(classic)]', '[keep(Pc, Pd)]', '[KEEP("-"), drop("!")]'])
    assert.deepEqual(argumentOf(`contains ${control} "x"`), { kind: 'text', text: 'x' })
})

test('near has words and a span, places have coordinates', () => {
  assert.deepEqual(argumentOf('contains_near "deere, tractor:50"'), {
    kind: 'near',
    texts: ['deere', 'tractor'],
    distance: 50
  })
  assert.deepEqual(argumentOf('geo_box "51.4911,-1.0617 : 51.4194, -0.8921"'), {
    kind: 'points',
    points: [
      [51.4911, -1.0617],
      [51.4194, -0.8921]
    ]
  })
  assert.deepEqual(argumentOf('geo_radius "51.502,-0.131:40"'), {
    kind: 'points',
    points: [[51.502, -0.131]],
    radiusKm: 40
  })
  assert.deepEqual(argumentOf('geo_polygon "1,1:2,2:1,3"'), {
    kind: 'points',
    points: [
      [1, 1],
      [2, 2],
      [1, 3]
    ]
  })
})

test('a regular expression keeps a single backslash; a doubled one is one', () => {
  assert.deepEqual(argumentOf('regex_partial "\\\\d+\\\\."'), { kind: 'text', text: '\\d+\\.' })
  assert.deepEqual(argumentOf('regex_exact "\\d+ \\"x\\""'), { kind: 'text', text: '\\d+ "x"' })
})

const hash = 'f0596f03644177b8bf5b59708a08bfe8'

test('tags name what matches, scores add to it, and return holds the filter', () => {
  const program = parseCsdl(`
    tag "Mac" { a.b contains "mac" }
    tag.cars.Maker "BMW, Munich" { a.b contains "bmw" or stream "${hash.toUpperCase()}" }
    tag.score -1.5 { a.b exists }
    tag.cars.red { c.d exists }
    tags.other "${hash}"
    return { e.f exists }`)
  assert.deepEqual(
    program.rules.map(({ path, value, condition }) => [path, value, shape(condition)]),
    [
      ['', 'Mac', 'a.b'],
      ['cars.maker', 'BMW, Munich', `or(a.b stream:${hash})`],
      ['score', -1.5, 'a.b'],
      ['cars', 'red', 'c.d']
    ]
  )
  assert.deepEqual(program.imports, [{ path: 'other', hash, place: { line: 6, position: 5, offset: 209 } }])
  assert.equal(shape(program.filter), 'e.f')
})

test('tags alone are a definition to import; a filter may follow them without return', () => {
  assert.equal(parseCsdl('tag "x" { a exists }').filter, null)
  assert.equal(filterOf('tag "x" { a exists } b exists'), 'b')
  assert.equal(filterOf('return { b exists }'), 'b')
})

test('the filter of an analysis has conditions only', () => {
  assert.equal(shape(parseQueryFilter('/* x */ a exists and b exists')), 'and(a b)')
  const message = /At line 1 position 1 we were expecting a condition: a query filter has no tags and no return$/
  for (const text of ['return { a exists }', 'tag "x" { a exists } b exists', `tags "${hash}"`])
    assert.throws(() => parseQueryFilter(text), { name: 'LanguageError', message })
  assert.throws(() => parseQueryFilter('a exists }'), { message: /the end of the text/ })
})

const errors: [string, string][] = [
  ['interaction.content contains python', 'At line 1 position 29 we were expecting a text value'],
  [
    'interaction.nonsense',
    'At line 1 position 21 we were expecting one of: the operator exists;\n or an operator that'
  ],
  ['a.b likes "x"', 'At line 1 position 4 we were expecting one of: the operator exists;'],
  ['', 'At line 1 position 1 we were expecting one of: a target such as interaction.content'],
  ['a.b exists\n  and', 'At line 2 position 6 we were expecting one of: a target'],
  ['a.b exists b.c exists', 'At line 1 position 11 we were expecting one of: and;\n or or;\n or the end of the text.'],
  ['(a.b exists', 'At line 1 position 12 we were expecting one of: and;\n or or;\n or a closing parenthesis.'],
  ['a.b exists)', 'At line 1 position 11 we were expecting one of: and;'],
  ['a.b contains "x', 'At line 1 position 13 we were expecting a text value that ends with a quote (")'],
  ['a.b exists /* x', 'At line 1 position 11 we were expecting the end (*/) of the comment'],
  ['a.b exists \0', 'At line 1 position 12 we were expecting text without NUL characters'],
  ['a.b == "\ud800"', 'At line 1 position 9 we were expecting text that is valid Unicode'],
  ['a.b = "x"', 'At line 1 position 4 we were expecting an operator that there is (== or != to compare'],
  ['a.b exists & c exists', 'At line 1 position 11 we were expecting an operator that there is'],
  ['a.b < "5"', 'At line 1 position 6 we were expecting a number, without quotes'],
  ['a.b < many', 'At line 1 position 6 we were expecting a number'],
  ['a.b contains 5', 'At line 1 position 13 we were expecting a text value'],
  ['a.b contains " "', 'At line 1 position 13 we were expecting a text value that is not empty'],
  ['a.b contains "\u200b"', 'At line 1 position 13 we were expecting at least one word or punctuation character'],
  ['a.b any ", ,"', 'At line 1 position 8 we were expecting a list of at least one item, separated by commas'],
  [
    'a.b any [1]',
    'At line 1 position 10 we were expecting the word keep or drop: only in takes a list in brackets, other lists stand in quotes'
  ],
  ['a.b in [1, "x"]', 'At line 1 position 11 we were expecting a number'],
  ['a.b in [1 2]', 'At line 1 position 10 we were expecting one of: a comma;\n or the end of the list (]).'],
  ['a.b cs exists', 'At line 1 position 7 we were expecting an operator that can be case-sensitive (contains, '],
  ['a.b cs < 5', 'At line 1 position 7 we were expecting an operator that can be case-sensitive'],
  [
    'a.b list_in "x"',
    'position 4 we were expecting another operator than list_in and list_any: there are no dynamic lists here'
  ],
  [
    'a.b == 12345678901234567890',
    'At line 1 position 7 we were expecting a number of at most 9007199254740991, or its dig'
  ],
  ['a.b < 1e999', 'At line 1 position 6 we were expecting a number of at most 1e308'],
  ['a.b near "x:5"', 'we were expecting from 2 to 20 words, separated by commas'],
  ['a.b near "x,y"', 'we were expecting words, a colon and in how many words from 2 to 1000 they stand'],
  ['a.b near "new york, x:5"', 'we were expecting words without spaces in contains_near'],
  ['a.b geo_box "1,2"', 'we were expecting two corners of a box, upper left and lower right'],
  ['a.b geo_box "91,2:1,3"', 'we were expecting a latitude from -90 to 90, a comma and a longitude from -180 to 180'],
  ['a.b geo_radius "1,2:-4"', 'we were expecting a centre and a radius of at most 20040 kilometres'],
  ['a.b geo_polygon "1,2:3,4"', 'we were expecting from 3 to 32 corners'],
  ['a.b regex_partial "(a)\\1"', 'we were expecting a regular expression without backreferences: RE2 has none'],
  [
    'a.b regex_partial "(?<!a)b"',
    'we were expecting a regular expression without lookahead and lookbehind: RE2 has none'
  ],
  [
    'stream "x"',
    'At line 1 position 7 we were expecting the hash of a compiled filter in quotes: 32 digits from 0 to f'
  ],
  ['tag { a exists }', 'At line 1 position 4 we were expecting the name of the tag in quotes; a score needs a path'],
  ['tag 5 { a exists }', 'At line 1 position 4 we were expecting the name of the tag in quotes; a score needs a path'],
  ['tag.a 1e10 { a exists }', 'At line 1 position 6 we were expecting a score from -1000000000 to 1000000000'],
  ['tag.a -1e400 { a exists }', 'At line 1 position 6 we were expecting a score from -1000000000 to 1000000000'],
  ['tag.a..b "x" { a exists }', 'At line 1 position 1 we were expecting a path of words joined by dots'],
  ['tag "x" a exists', 'At line 1 position 8 we were expecting an opening brace ({)'],
  ['tag "x" { a exists', 'At line 1 position 19 we were expecting one of: and;\n or or;\n or a closing brace (}).'],
  [
    'return { a exists } tag "x" { a exists }',
    'position 20 we were expecting the end of the text; tags stand before return'
  ],
  ['tags.x { a exists }', 'At line 1 position 7 we were expecting the hash of a compiled filter in quotes'],
  ['and.b. exists', 'At line 1 position 1 we were expecting one of: a target such as'],
  ['exists', 'At line 1 position 1 we were expecting one of: a target such as']
]

for (const [text, message] of errors) {
  test(`${JSON.stringify(text)} is refused with its place and what belongs there`, () => {
    assert.throws(
      () => parseCsdl(text),
      (error: Error) => {
        assert.equal(error.name, 'LanguageError')
        assert.ok(error.message.startsWith('We are unable to parse this stream. At line '), error.message)
        assert.ok(error.message.includes(message), error.message)
        return true
      }
    )
  })
}
