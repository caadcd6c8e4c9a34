import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeUpPost } from '../../../test/support/made-up.ts'
import { processorMs } from '../../../test/support/processor-ms.ts'
import { readPost } from '../reading.ts'
import { sentimentOf } from './sentiment.ts'

const feelingOf = (text: string, language = 'en') => sentimentOf(readPost(madeUpPost({ text })), language)?.value

test('a post has a feeling in the language that it is written in', () => {
  assert.deepEqual(
    [
      feelingOf('I love this so much, what a wonderful day!'),
      feelingOf('This is the worst service ever, I hate it'),
      feelingOf('Que día tan feliz, me encanta', 'es'),
      feelingOf('So ein schlechter Tag, ich bin traurig und wütend', 'de')
    ],
    ['positive', 'negative', 'positive', 'negative']
  )
})

test('a post without words, or in a language that the model has not learned, has no feeling', () => {
  assert.deepEqual(
    [feelingOf(''), feelingOf('Wat een waardeloze service', 'nl'), feelingOf('I love this', '')],
    [undefined, undefined, 'positive']
  )
})

test('hostile text has a feeling within milliseconds', () => {
  for (const text of [
    'a'.repeat(10_000_000),
    '\ud800'.repeat(5000),
    '😀'.repeat(5000),
    '\0',
    `e${'\u0301'.repeat(5000)}`
  ]) {
    const start = processorMs()
    feelingOf(text)
    assert.ok(processorMs() - start < 500)
  }
})
