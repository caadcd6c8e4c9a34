import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProfileId } from '../model/ids.ts'
import { silentPost } from '../model/post.ts'
import { silentProfile } from '../model/profile.ts'
import { createEnricher } from './enrich.ts'

const enricher = createEnricher()
const most = 20_000

// Longer than any trait reads: what is behind must not change, nor cost, anything.
const hostile: readonly (readonly [string, (length: number) => string])[] = [
  ['one letter', length => 'a'.repeat(length)],
  ['one capital', length => 'A'.repeat(length)],
  ['digits', length => '19'.repeat(length / 2)],
  ['points', length => '.'.repeat(length)],
  ['lone surrogates', length => '\ud83d'.repeat(length)],
  ['bidirectional controls', length => '\u202e\u2066'.repeat(length / 2)],
  ['emoji', length => '👩‍👩‍👧‍👦'.repeat(length / 11)],
  ['marks that pile up', length => `e${'\u0301'.repeat(length)}`],
  ['NUL', length => '\0'.repeat(length)],
  ['spaces', length => `a${' '.repeat(length)}b`],
  ['names', length => 'Ann van der '.repeat(length / 12)],
  ['ages', length => "I'm 23 y/o, born in 1985, ".repeat(length / 26)],
  ['places', length => 'Paris, Texas | '.repeat(length / 15)],
  ['hosts', length => 'a.b-c.'.repeat(length / 6)],
  ['swearing', length => 'damn sex xxx '.repeat(length / 13)]
]

function enrichAll(text: string) {
  const profile = enricher.profile({
    ...silentProfile,
    ...{ id: 'twitter:1' as ProfileId, handle: text, name: text, summary: text, location: text, url: text, lang: text },
    ...{ timeZone: text, observedAt: Date.UTC(2020, 0) }
  })
  const post = enricher.post({
    ...silentPost,
    ...{ id: 'twitter:1', author: 'twitter:1' as ProfileId, createdAt: 0 },
    ...{ text, client: text, hashtags: [text], urls: [text] }
  })
  return { profile, post }
}

for (const [what, make] of hostile) {
  test(`${what} without end are enriched like their beginning`, { timeout: 60_000 }, () => {
    assert.deepEqual(enrichAll(make(100 * most)), enrichAll(make(most)))
  })
}
