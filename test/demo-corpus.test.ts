import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { readCsv } from '../bench/read-csv.ts'
import { cutDemoCorpus } from '../scripts/cut-demo-corpus.ts'
import { institutionsByName, institutionsWithProfile } from '../scripts/demo-accounts.ts'

type Profile = { id: string; origin: string; screen_name: string; description: string | null; verified: boolean | null }
type DemoPost = {
  author_id: string
  kind: string
  ref_author_id: string | null
  text: string | null
  coordinates: unknown
}
type Audiences = Record<string, { about: string; ids: string[] }>

const folder = new URL('../data/demo-corpus/', import.meta.url)
const shared = new URL('../../shared/data/', import.meta.url)

const plain = (file: string) => readFileSync(new URL(file, folder)).toString()
const unzipped = (file: string) => gunzipSync(readFileSync(new URL(`${file}.gz`, folder))).toString()
const records = <Record>(file: string): Record[] =>
  unzipped(file)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

const profiles = records<Profile>('profiles.jsonl')
const posts = records<DemoPost>('posts.jsonl')
const names = readCsv(unzipped('mentioned-accounts.csv'))
const bundled = new Set(profiles.map(profile => profile.id))

test('the demo corpus has the rows that its description promises', () => {
  const rows = ['follows.csv', 'interactions.csv'].map(file => readCsv(unzipped(file)).length)
  assert.deepEqual([profiles.length, posts.length, names.length, ...rows], [1428, 1805, 274, 29414, 1158])
  const promised = [...plain('README.md').matchAll(/^\| `[a-z-]+\.(?:jsonl|csv)\.gz` \| ([\d,]+) \|/gm)]
  assert.deepEqual(
    promised.map(([, count]) => count),
    ['1,428', '29,414', '1,805', '1,158', '274']
  )
})

test('every profile is of Congress, of a university, or of a verified account chosen by hand', () => {
  const others = profiles.filter(({ origin }) => origin !== 'universities-2019')
  const chosen = others.filter(({ screen_name }) => institutionsWithProfile.has(screen_name.toLowerCase()))
  assert.equal(chosen.length, institutionsWithProfile.size)
  assert.deepEqual(
    chosen.filter(({ verified }) => !verified),
    []
  )
  const officials = new Set(others.filter(profile => !chosen.includes(profile)).map(({ origin }) => origin))
  assert.deepEqual(officials, new Set(['congress-2017']))
})

test('every name without a profile was chosen by hand', () => {
  assert.deepEqual(
    names.filter(({ screen_name = '' }) => !institutionsByName.has(screen_name.toLowerCase())),
    []
  )
})

test('only accounts of Congress speak, and nobody who is not bundled is quoted or named by handle', () => {
  const nameable = new Set([...profiles, ...names].map(({ screen_name = '' }) => screen_name.toLowerCase()))
  assert.deepEqual(
    posts.filter(({ author_id }) => !bundled.has(author_id)),
    []
  )
  const retweets = posts.filter(({ kind, text }) => kind === 'retweet' && text !== null)
  assert.deepEqual(
    retweets.filter(({ ref_author_id }) => !bundled.has(ref_author_id ?? '')),
    []
  )
  const texts = [...posts.map(({ text }) => text), ...profiles.map(({ description }) => description)].join('\n')
  const handles = [...texts.matchAll(/@(\w{1,15})/g)].map(([, handle = '']) => handle.toLowerCase())
  assert.deepEqual(
    handles.filter(handle => !nameable.has(handle)),
    []
  )
  assert.deepEqual(
    posts.filter(({ coordinates }) => coordinates !== null),
    []
  )
})

test('each named audience has members, and followers or posts to tell about', () => {
  const audiences: Audiences = JSON.parse(plain('audiences.json'))
  const sizes = Object.entries(audiences).map(([name, { ids }]) => [
    name,
    ids.length,
    ids.filter(id => bundled.has(id)).length
  ])
  assert.deepEqual(sizes, [
    ['uk-universities', 16, 16],
    ['first-24-universities', 24, 23],
    ['universities', 220, 220],
    ['most-followed-universities', 3, 3],
    ['us-senate', 110, 110],
    ['us-house', 418, 418],
    ['us-committees', 55, 55]
  ])
  const followees = readCsv(unzipped('follows.csv')).map(row => row.to_id)
  const followers = audiences['most-followed-universities']?.ids.map(id => followees.filter(to => to === id).length)
  assert.deepEqual(followers, [97, 102, 90])
})

test('the licence of every source travels with the data, and NOTICE names its holder', () => {
  const notice = readFileSync(new URL('../NOTICE', import.meta.url)).toString()
  const readme = plain('README.md')
  for (const origin of new Set(profiles.map(profile => profile.origin))) {
    const file =
      new RegExp(`^\\| \`${origin}\` .*\\((LICENSE-.+\\.txt)\\)`, 'm').exec(readme)?.[1] ?? assert.fail(origin)
    const licence = plain(file)
    assert.match(licence, /Permission is hereby granted, free of charge/)
    const holder = /Copyright \(c\) (.+)/.exec(licence)?.[1]?.trim() ?? assert.fail(file)
    assert.ok(notice.includes(holder), holder)
  }
})

test('cutting again gives the same corpus', {
  skip: existsSync(shared) ? false : 'the recorded data is not beside the repository'
}, () => {
  for (const [file, text] of cutDemoCorpus(shared))
    assert.equal(file.endsWith('.json') ? plain(file) : unzipped(file), text)
})
