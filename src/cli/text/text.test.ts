import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bar, barList } from './bar-list.ts'
import { formatBytes, formatDuration, formatFigure, formatShare } from './figures.ts'
import { displayWidth, fit, fitPath, printable } from './printable.ts'
import { finishingLine, jobLine, liveLine, transferLine } from './progress.ts'
import { table } from './table.ts'
import { countOf, toHeading, toWords, wrapWords } from './words.ts'

const plain = (text: string) => text

test('sentences are broken between words', () => {
  assert.deepEqual(wrapWords('one two three fourteen', 9), ['one two', 'three', 'fourteen'])
})

test('a long path is cut from its front, so that the name of the file stays', () => {
  const path = '/data/corpora/congress-2017/users.jsonl.gz'
  assert.equal(fitPath(path, 60), path)
  assert.equal(fitPath(path, 24), '…/users.jsonl.gz')
  assert.equal(fitPath(path, 30), '…/congress-2017/users.jsonl.gz')
  assert.equal(fitPath(path, 10), 'users.jso…')
})

test('figures read as people write them', () => {
  assert.deepEqual([0, 1234567, 0.12345, 12.345, 1e-7].map(formatFigure), [
    '0',
    '1,234,567',
    '0.123',
    '12.3',
    '0.0000001'
  ])
  assert.deepEqual([640, 1536, 250 * 1024 ** 2, 3 * 1024 ** 4].map(formatBytes), [
    '640 B',
    '1.5 KB',
    '250 MB',
    '3.0 TB'
  ])
  assert.deepEqual([340, 12_345, 59_999, 245_000, 7_980_000].map(formatDuration), [
    '340 ms',
    '12.3 s',
    '1 min 00 s',
    '4 min 05 s',
    '2 h 13 min'
  ])
  assert.deepEqual([0, 0.5, 0.000_46, 0.000_001].map(formatShare), ['0.0 %', '50.0 %', '0.05 %', '<0.01 %'])
})

test('text from outside cannot steer the terminal', () => {
  assert.equal(printable('\u001b[31mred\u001b[0m\u0007\nnext \u202eline'), 'red next  line')
})

test('wide characters are counted as two columns, accents as none', () => {
  assert.deepEqual(['abc', 'é', 'e\u0301', '日本', '👩‍👩‍👧', '❤️'].map(displayWidth), [3, 1, 1, 4, 2, 2])
  assert.equal(fit('日本語テキスト', 7), '日本語…')
  assert.equal(fit('short', 7), 'short')
})

test('a table aligns its columns and breaks long titles', () => {
  const columns = [
    { title: 'rank', align: 'right' },
    { title: 'name', maxWidth: 6 },
    { title: 'followers in audience', align: 'right' }
  ] as const
  assert.deepEqual(
    table(
      columns,
      [
        ['1', '日本', '12'],
        ['10', 'Elizabeth', '3']
      ],
      plain
    ),
    [
      '                followers', //
      'rank  name    in audience',
      '   1  日本             12',
      '  10  Eliza…            3'
    ]
  )
})

test('a bar list shows the largest shares first and counts the rest', () => {
  assert.deepEqual(barList({ male: 0.25, female: 0.75, other: 0 }, 2, 4), [
    'female    ━━━    75.0 %',
    'male      ━      25.0 %',
    'and 1 more'
  ])
  assert.equal(bar(0.4, 4), '━╸  ')
  // Ranges of numbers stand in their own order.
  assert.deepEqual(
    barList({ '100-999': 0.5, '0-99': 0.25, '1000-9999': 0.25 }, 3, 4).map(line => line.split(' ')[0]),
    ['0-99', '100-999', '1000-9999']
  )
})

test('a transfer shows its share, rate and time left, and the bar takes the room that is left', () => {
  const transfer = { name: 'a.csv', sentBytes: 512_000, totalBytes: 2_048_000, elapsedMs: 1000 }
  const figures = ' 25 %  500 KB of 2.0 MB  500 KB/s  3 s left'
  assert.equal(transferLine(transfer, 100), `a.csv  ${'━━━━━━━╸'.padEnd(30)}   ${figures.trimStart()}`)
  assert.equal(transferLine(transfer, 60), `a.csv  ${figures}`)
  assert.equal(transferLine({ ...transfer, totalBytes: undefined }, 100), 'a.csv  500 KB  500 KB/s')
  assert.equal(finishingLine('a.csv', 12_345, 61_500, 100), 'a.csv  finishing, 12,345 records, 1 min 02 s')
})

test('a job shows how far it is', () => {
  assert.equal(
    jobLine('FollowerBreakdown', 'RUNNING', 50, 1500, 100),
    'FollowerBreakdown  ━━━━━━━━━━             50 %  running, 1.5 s'
  )
})

function recorder(isTTY: boolean) {
  const written: string[] = []
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream
  return { stream, written }
}

test('on a terminal the live line is written over itself and goes away', () => {
  const { stream, written } = recorder(true)
  {
    using line = liveLine(stream, () => 1000)
    line.show(() => 'one')
    line.show(() => 'too soon')
  }
  assert.deepEqual(written, ['\r\u001b[2Kone', '\r\u001b[2K'])
})

test('in a file there is a new line of progress every ten seconds', () => {
  const { stream, written } = recorder(false)
  let time = 0
  {
    using line = liveLine(stream, () => time)
    line.show(() => 'too soon')
    time = 10_000
    line.show(() => 'one')
  }
  assert.deepEqual(written, ['one\n'])
})

test('names of members become words', () => {
  assert.deepEqual(['followers_in_audience', 'audienceSize', '_coverage'].map(toWords), [
    'followers in audience',
    'audience size',
    'coverage'
  ])
  assert.equal(toHeading('top_us_metro_areas'), 'Top us metro areas')
  assert.deepEqual([countOf(1, 'record'), countOf(1204, 'entry', 'entries')], ['1 record', '1,204 entries'])
})
