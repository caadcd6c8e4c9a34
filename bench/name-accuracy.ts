import { personName } from '../src/enrichment/traits/vcard-name.ts'
import { csvRows, jsonLines, percent } from './labelled-data.ts'

// Measures the parts of names against the official names of members of Congress, beside "first word, last word", and how
// often organizations are given a person's name: node bench/name-accuracy.ts [folder of the labelled data] [--errors]

type User = { id_str: string; name: string; screen_name: string; lang: string | null; description: string | null }
type Member = {
  readonly profile: Parameters<typeof personName>[0] & { readonly name: string }
  readonly first: string
  readonly last: string
}
type Guess = { readonly givenName: string; readonly familyName: string } | undefined

const plain = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')

function members(): Member[] {
  const users = new Map(jsonLines<User>('congress-2017/users.jsonl.gz').map(user => [user.id_str, user]))
  return csvRows('congress-2017/labels-dev.csv').flatMap(label => {
    const user = users.get(label.user_id ?? '')
    if (!user) return []
    const profile = { name: user.name, handle: user.screen_name, lang: user.lang, summary: user.description }
    return [{ profile, first: label.first_name ?? '', last: label.last_name ?? '' }]
  })
}

/** Nicknames are no mistake (Bob for Robert): given names are judged where the official one stands in the display name. */
function score(title: string, all: readonly Member[], guess: (profile: Member['profile']) => Guess) {
  const rows = all.map(member => ({ member, guess: guess(member.profile) }))
  const family = rows.filter(row => row.guess?.familyName)
  const familyRight = family.filter(row => plain(row.guess?.familyName ?? '') === plain(row.member.last))
  const official = rows.filter(row => plain(row.member.profile.name).split(' ').includes(plain(row.member.first)))
  const given = official.filter(row => row.guess?.givenName)
  const givenRight = given.filter(row => plain(row.guess?.givenName ?? '') === plain(row.member.first))
  console.log(
    `${title}: family name said for ${percent(family.length, rows.length)}, right ${percent(familyRight.length, family.length)}; ` +
      `given name said for ${percent(given.length, official.length)} of ${official.length}, right ${percent(givenRight.length, given.length)}`
  )
  return rows
}

const all = members()
console.log(`${all.length} accounts of members of Congress`)
score('first word, last word', all, ({ name }) => {
  const words = name.trim().split(/\s+/)
  return { givenName: words[0] ?? '', familyName: words.at(-1) ?? '' }
})
const rows = score('Demograph', all, personName)

if (process.argv.includes('--errors')) {
  for (const { member, guess } of rows) {
    const right = plain(guess?.familyName ?? '') === plain(member.last)
    if (!guess) console.log(`  silent: ${member.profile.name} @${member.profile.handle}`)
    else if (!right) console.log(`  ${member.profile.name} → ${guess.givenName} | ${guess.familyName} (${member.last})`)
  }
}

const profiles = csvRows('account-type/natural.csv.gz')
for (const label of ['individual', 'organization']) {
  const some = profiles.filter(profile => profile.label === label)
  const named = some.filter(({ name = '', username = '', bio = '' }) =>
    personName({ name, handle: username, lang: null, summary: bio })
  )
  console.log(`${label}: a name is said for ${percent(named.length, some.length)} of ${some.length}`)
}
