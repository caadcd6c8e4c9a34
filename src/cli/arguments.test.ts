import assert from 'node:assert/strict'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { CommanderError } from 'commander'
import { Conflict, InvalidRequest, NotFound, Stopped, Unauthorized } from '../errors.ts'
import { BadOutcome, exitCodeOf } from './exit-codes.ts'
import { idsOf, readIds } from './read-ids.ts'
import { readJsonLines } from './read-lines.ts'
import { readOption } from './read-option.ts'

test('ids come from arguments, files and stdin together', async () => {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'ids-'))
  const file = path.join(folder.path, 'ids.txt')
  await writeFile(file, '# officials\ntwitter:2, twitter:3 # two of them\r\ntwitter:4\n')

  const ids = await readIds(['twitter:1', `@${file}`, '-'], () => Readable.from(['["twitter:5"]']))

  assert.deepEqual(ids, ['twitter:1', 'twitter:2', 'twitter:3', 'twitter:4', 'twitter:5'])
})

test('a JSON list of ids may stand in a request', () => {
  assert.deepEqual(idsOf('{"ids": ["twitter:1"]}'), ['twitter:1'])
  assert.throws(() => idsOf('[1]'), InvalidRequest)
  assert.throws(() => idsOf('[1'), /no valid JSON/)
})

test('a missing file of ids is the caller’s mistake', async () => {
  await assert.rejects(
    readIds(['@/nowhere/ids.txt'], () => Readable.from([])),
    InvalidRequest
  )
})

test('an option is a number, a word or a member of a member', () => {
  const options = ['sample_size=500', 'pull_strategy=recent', 'benchmark.group=execution', 'benchmark.key=abc']
  assert.deepEqual(
    options.reduce((before, argument) => readOption(argument, before), {}),
    { sample_size: 500, pull_strategy: 'recent', benchmark: { group: 'execution', key: 'abc' } }
  )
})

test('an option cannot reach a prototype', () => {
  assert.throws(() => readOption('__proto__.polluted=1', {}), CommanderError)
  assert.throws(() => readOption('novalue', {}), CommanderError)
})

test('answers are read line by line as they arrive', async () => {
  const values = await Array.fromAsync(readJsonLines(Readable.from(['{"a":', '1}\n\n{"b"', ':2}'])))
  assert.deepEqual(values, [{ a: 1 }, { b: 2 }])
})

test('the exit code says what kind of end it was', () => {
  const ends = [
    new CommanderError(0, 'commander.help', ''),
    new BadOutcome('It failed.'),
    new Error('a bug'),
    new InvalidRequest('Wrong.'),
    new CommanderError(1, 'commander.unknownOption', ''),
    new NotFound('Nothing.'),
    new Conflict('Held.'),
    new Unauthorized('No token.'),
    new Stopped('Interrupted.')
  ]
  assert.deepEqual(ends.map(exitCodeOf), [0, 1, 1, 2, 2, 3, 4, 5, 130])
})
