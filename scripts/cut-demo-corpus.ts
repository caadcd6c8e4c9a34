import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { readCsv } from '../bench/read-csv.ts'
import { institutionsByName, institutionsWithProfile } from './demo-accounts.ts'

// Cuts the bundled demo corpus from the folder of recorded data: node scripts/cut-demo-corpus.ts ../shared/data
// The same data gives the same bytes. What goes in and why: data/demo-corpus/README.md.

type Row = Record<string, string>
type Profile = {
  id: string
  origin: string
  screen_name: string
  description: string | null
  verified: boolean | null
}
type SamplePost = {
  author_id: string
  origin: string
  kind: string
  ref_author_id: string | null
  text: string | null
  urls: string[]
  coordinates: unknown
}
type Audience = { readonly about: string; readonly ids: readonly string[] }

/** The licence file of each folder that a bundled record comes from. */
const licences: Readonly<Record<string, string>> = {
  'congress-2017': 'LICENSE-congresstweets.txt',
  'universities-2019': 'LICENSE-smhdd_network.txt',
  'rtweet-v11': 'LICENSE-rtweet.txt',
  'followers-v2': 'LICENSE-academictwitteR.txt',
  bots: 'LICENSE-bots.txt',
  'twibot20-sample': 'LICENSE-TwiBot-20.txt'
}

/** The files of the demo corpus by name, as they are before compression. */
export function cutDemoCorpus(data: URL): Map<string, string> {
  const officials = officialAccounts(data)
  const profiles = jsonLines<Profile>(data, 'profiles').filter(
    profile => officials.has(profile.id) || profile.origin === 'universities-2019' || isChosen(profile)
  )
  const bundled = new Set(profiles.map(profile => profile.id))
  const names = csvRows(data, 'sample-corpus/mentioned-accounts.csv.gz').filter(
    ({ id = '', screen_name = '' }) => institutionsByName.has(screen_name.toLowerCase()) && !bundled.has(id)
  )
  const nameable = new Set([...profiles, ...names].map(account => account.screen_name?.toLowerCase() ?? ''))
  const posts = jsonLines<SamplePost>(data, 'posts').filter(
    post => post.origin === 'congress-2017' && officials.has(post.author_id)
  )
  const follows = csvRows(data, 'sample-corpus/follows.csv.gz').filter(row => row.origin === 'universities-2019')
  const interactions = csvRows(data, 'sample-corpus/interactions.csv.gz').filter(
    row => row.origin === 'congress-2017' && officials.has(row.from_id ?? '')
  )
  return new Map([
    ['profiles.jsonl', lines(profiles.map(profile => withoutStrangers(profile, nameable)))],
    ['follows.csv', csv(['from_id', 'to_id', 'origin'], follows)],
    ['posts.jsonl', lines(posts.map(post => publicPart(post, bundled, nameable)))],
    ['interactions.csv', csv(['from_id', 'to_id', 'type', 'post_id', 'created_at', 'origin'], interactions)],
    ['mentioned-accounts.csv', csv(['id', 'screen_name', 'name'], names)],
    ['audiences.json', `${JSON.stringify(audiences(data, profiles), null, 2)}\n`]
  ])
}

/** Members of Congress, committees, caucuses and parties. The account list leaves a few members out; they are named here. */
function officialAccounts(data: URL) {
  const membersNotListed = new Set(['walbergfc', 'dannykdavis', 'repjhensarling', 'barbaraleesays', 'electdennisross'])
  const accounts = csvRows(data, 'congress-2017/accounts.csv')
  const official = accounts.filter(
    ({ entity_type, screen_name = '' }) => entity_type !== '' || membersNotListed.has(screen_name.toLowerCase())
  )
  return new Set(official.map(account => `twitter:${account.user_id}`))
}

const isChosen = ({ screen_name, verified }: Profile) =>
  verified === true && institutionsWithProfile.has(screen_name.toLowerCase())

const handleInText = /@([A-Za-z0-9_]{1,15})/g

/** Handles of accounts that are not bundled may be of private people: a word takes their place. */
const maskStrangers = (text: string, nameable: ReadonlySet<string>) =>
  text.replace(handleInText, (written, handle: string) => (nameable.has(handle.toLowerCase()) ? written : '@[account]'))

function withoutStrangers(profile: Profile, nameable: ReadonlySet<string>) {
  return { ...profile, description: profile.description && maskStrangers(profile.description, nameable) }
}

/** A retweet's text belongs to its author: it stays only where that account is bundled. */
function publicPart(post: SamplePost, bundled: ReadonlySet<string>, nameable: ReadonlySet<string>) {
  const isForeign = post.kind === 'retweet' && !bundled.has(post.ref_author_id ?? '')
  const urls = post.urls.filter(url => {
    const handle = /^https?:\/\/(?:www\.|mobile\.)?twitter\.com\/(\w+)/i.exec(url)?.[1]?.toLowerCase()
    return handle === undefined || handle === 'i' || nameable.has(handle)
  })
  return { ...post, text: isForeign ? null : post.text && maskStrangers(post.text, nameable), urls, coordinates: null }
}

function audiences(data: URL, profiles: readonly Profile[]): Record<string, Audience> {
  const universities = csvRows(data, 'universities-2019/users.csv')
  const accounts = csvRows(data, 'congress-2017/accounts.csv')
  const whole = new Set(
    csvRows(data, 'universities-2019/follows-first24-all.csv.gz').map(row => `twitter:${row.from_id}`)
  )
  const ids = (rows: readonly Row[], column: string) => rows.map(row => `twitter:${row[column]}`)
  const offices = (chamber: string) =>
    accounts.filter(row => row.chamber === chamber && row.entity_type === 'member' && row.account_type === 'office')
  const handles = (...names: string[]) =>
    profiles.filter(profile => names.includes(profile.screen_name)).map(profile => profile.id)
  return {
    'uk-universities': {
      about: 'The 16 universities marked UK: AudienceInfluencers, ExternalInfluencers',
      ids: ids(
        universities.filter(row => row.country === 'UK'),
        'id'
      )
    },
    'first-24-universities': {
      about:
        'The universities whose whole list of friends is known, one of them without a profile: ExternalInfluencers',
      ids: [...whole]
    },
    universities: { about: 'All 220: AudienceInfluencers over a complete graph', ids: ids(universities, 'id') },
    'most-followed-universities': {
      about: 'Three accounts whose followers are universities: FollowerBreakdown and its overlap',
      ids: handles('Harvard', 'Stanford', 'UniofOxford')
    },
    'us-senate': {
      about: 'Office accounts of senators, through their posts: AudienceInfluencers, ExternalInfluencers',
      ids: ids(offices('senate'), 'user_id')
    },
    'us-house': { about: 'Office accounts of representatives, likewise', ids: ids(offices('house'), 'user_id') },
    'us-committees': {
      about: 'Committees of both chambers, likewise',
      ids: ids(
        accounts.filter(row => row.entity_type === 'committee'),
        'user_id'
      )
    }
  }
}

function read(data: URL, file: string) {
  const bytes = readFileSync(new URL(file, data))
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}

const csvRows = (data: URL, file: string) => readCsv(read(data, file))

const jsonLines = <Record>(data: URL, table: string): Record[] =>
  read(data, `sample-corpus/${table}.jsonl.gz`)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

const lines = (records: readonly unknown[]) => records.map(record => `${JSON.stringify(record)}\n`).join('')

const csv = (columns: readonly string[], rows: readonly Row[]) =>
  [columns, ...rows.map(row => columns.map(column => quoted(row[column] ?? '')))]
    .map(fields => `${fields.join(',')}\n`)
    .join('')

const quoted = (field: string) => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

/** The byte that names the machine's system is made the same everywhere; the time is 0 already. */
export function compressed(text: string) {
  const bytes = gzipSync(text, { level: 9 })
  bytes[9] = 255
  return bytes
}

if (import.meta.main) {
  const data = pathToFileURL(`${process.argv[2] ?? '../shared/data'}/`)
  const target = new URL('../data/demo-corpus/', import.meta.url)
  mkdirSync(target, { recursive: true })
  for (const [file, text] of cutDemoCorpus(data)) {
    const bytes = file.endsWith('.json') ? Buffer.from(text) : compressed(text)
    writeFileSync(new URL(file.endsWith('.json') ? file : `${file}.gz`, target), bytes)
    console.log(`${file}: ${text.trimEnd().split('\n').length} lines, ${bytes.length} bytes`)
  }
  for (const [folder, file] of Object.entries(licences))
    writeFileSync(new URL(file, target), read(data, `${folder}/${file}`))
}
