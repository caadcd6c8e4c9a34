import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { InvalidRequest } from '../../src/errors.ts'
import { importFormats } from '../../src/importers/import-formats.ts'
import { readText } from './read-text.ts'

const sound = [
  'from_id,to_id,type,post_id,created_at\n1,2,like,900,\n"3","4",reply,901,2017-06-13T17:30:00Z\n',
  'id,screen_name,name,description,followers_count\n1,ann,"Ann, ""A""",hi,5\n',
  '{"id":"twitter:1","screen_name":"ann","name":"Ann","created_at":"2006-03-21T20:50:14Z"}\n{"id":"twitter:2"}\n',
  '[{"id_str":"900","created_at":"Tue Jun 13 17:30:02 +0000 2017","text":"hi","user":{"id_str":"1","screen_name":"a"}}]',
  '{"data":[{"id":"900","text":"hi","author_id":"1","entities":{"urls":[]}}],"includes":{"users":[{"id":"1","username":"a"}]}}',
  '# edges\n1 2\n3 4\n'
]
const scraps = [
  '"',
  '""',
  '{',
  '}',
  '[',
  ']',
  ',',
  '\n',
  '\r',
  '\\',
  ':',
  'null',
  '{}',
  '[]',
  '1e999',
  '"__proto__":',
  '\uD800',
  '99999999999999999999'
]

/** A sound text with scraps put in at random places, over what stood there. */
const spoiled = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.array(fc.tuple(fc.constantFrom(...scraps), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(5)), {
      maxLength: 6
    })
  )
  .map(([text, changes]) =>
    changes.reduce((before, [scrap, place, over]) => {
      const at = Math.floor(place * before.length)
      return before.slice(0, at) + scrap + before.slice(at + over)
    }, text)
  )

function readAnyhow(text: string, format?: string): void {
  try {
    readText(text, format === undefined ? {} : { format })
  } catch (error) {
    assert.ok(error instanceof InvalidRequest, error instanceof Error ? error.stack : String(error))
  }
}

test('whatever a text holds, every format reads it, rejects it record by record, or refuses it with a sentence', () => {
  fc.assert(
    fc.property(spoiled, text => {
      readAnyhow(text)
      for (const format of importFormats.keys()) readAnyhow(text, format)
    }),
    { numRuns: 500 }
  )
})
