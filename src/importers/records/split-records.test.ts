import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { csvRecordLimit, recordLimit } from './record-limits.ts'
import { type RecordKind, recordSplitter } from './record-splitter.ts'
import { splitJsonValues } from './split-json-values.ts'

const unclosed = 'a quote in it is not closed, or is followed by something other than a separator'

/** Records as [line, record], refused ones as [line, text, reason]. */
function split(kind: RecordKind | 'json values', text: string, chunk = text.length): unknown[] {
  const found: unknown[] = []
  const taker = {
    take: (record: string, line: number) => found.push([line, record]),
    refuse: (refused: string, line: number, reason: string) => found.push([line, refused, reason])
  }
  const splitter = kind === 'json values' ? splitJsonValues(taker) : recordSplitter(kind, taker)
  for (let at = 0; at < text.length; at += chunk) splitter.push(text.slice(at, at + chunk))
  splitter.end()
  return found
}

describe('lines', () => {
  test('end with LF or CRLF, the last one need not end, and blank ones are no records', () => {
    assert.deepEqual(split('lines', 'a\r\nb\n\nc'), [
      [1, 'a'],
      [2, 'b'],
      [4, 'c']
    ])
  })

  test('beyond the limit are refused, and reading goes on after them', () => {
    const [long, next] = split('lines', `${'x'.repeat(recordLimit + (2 << 20))}yz\nnext`, 1 << 20) as [string, string][]
    assert.deepEqual(long?.slice(2), [`a line longer than ${recordLimit} characters`])
    assert.deepEqual(next, [2, 'next'])
  })
})

describe('CSV records', () => {
  test('may hold line ends, separators and doubled quotes between quotes', () => {
    assert.deepEqual(split('csv', 'a,b\r\n"x\ny",2\r\n"q""u",3\nlast,"end"'), [
      [1, 'a,b'],
      [2, '"x\ny",2'],
      [4, '"q""u",3'],
      [5, 'last,"end"']
    ])
  })

  test('may hold quotes inside of an unquoted field', () => {
    assert.deepEqual(split('csv', 'a,b\n5\'10" tall,x "y"\n2,3').slice(1), [
      [2, '5\'10" tall,x "y"'],
      [3, '2,3']
    ])
  })

  test('after a stray quote are read again from the next line', () => {
    assert.deepEqual(split('csv', 'a,b\n1,"broken\n2,ok\n3,"fine"\n4,"bad" x\n5,6\n7,"open\n8,9'), [
      [1, 'a,b'],
      [2, '1,"broken', unclosed],
      [3, '2,ok'],
      [4, '3,"fine"'],
      [5, '4,"bad" x', unclosed],
      [6, '5,6'],
      [7, '7,"open', unclosed],
      [8, '8,9']
    ])
  })

  test('that never end are given up at the limit', () => {
    const rows = 'row,row\n'.repeat(csvRecordLimit / 4)
    const found = split('csv', `a,b\n1,"open\n${rows}`, 1 << 18) as string[][]
    assert.equal(found.length, 2 + csvRecordLimit / 4)
    assert.deepEqual(found[1], [2, '1,"open', `a record longer than ${csvRecordLimit} characters`])
  })
})

describe('JSON', () => {
  test('lines are records, a broken one among them too', () => {
    assert.deepEqual(split('json', '{"a":1}\n{"a":\n{"a":3}\n'), [
      [1, '{"a":1}'],
      [2, '{"a":'],
      [3, '{"a":3}']
    ])
  })

  test('arrays give their elements, and values may follow each other on a line or fill many', () => {
    assert.deepEqual(split('json', '[{"a":"]\\"}"},\n {"b":[1,{}]}, 5]\n{"x":1}{"y":\n2}'), [
      [1, '{"a":"]\\"}"}'],
      [2, '{"b":[1,{}]}'],
      [2, '5'],
      [3, '{"x":1}'],
      [3, '{"y":\n2}']
    ])
  })

  test('elements after one that never ends are found again by their indentation', () => {
    const text = '[\n  {"a": 1},\n  {"a": "broken},\n  {"a": {"b": [\n    {"c":1}\n  {"a": 3}\n]'
    assert.deepEqual(split('json values', text), [
      [2, '{"a": 1}'],
      [3, '{"a": "broken},', 'a text in it is not closed'],
      [4, '{"a": {"b": [\n    {"c":1}\n  {"a": 3}\n]', 'a bracket in it is not closed'],
      [6, '{"a": 3}']
    ])
  })
})

test('records come out the same however the text is cut', () => {
  const texts: [RecordKind | 'json values', string][] = [
    ['lines', 'a\r\nb\n\nc'],
    ['csv', 'a,b\r\n"x\r\ny",2\r\n"q""u",3\n\n1,"broken\n2,ok\n"end"'],
    [
      'json values',
      '[\n  {"a":"\\\\\\"]"},\n  {"a": "broken},\n  {"b":[1,{"c":2}]}, "s\\\\", 5, true]\n{"x":\n1}{"y":2}'
    ]
  ]
  for (const [kind, text] of texts) {
    for (let chunk = 1; chunk < 9; chunk += 1)
      assert.deepEqual(split(kind, text, chunk), split(kind, text), `${kind} ${chunk}`)
  }
})
