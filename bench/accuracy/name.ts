import { sharedRecords, sharedRows } from '../../scripts/models/shared-data.ts'
import { firstName } from '../../src/enrichment/names/first-names.ts'
import { personName } from '../../src/enrichment/traits/vcard-name.ts'
import { percent } from '../labelled-data.ts'
import { reliabilityRows } from './reliability-rows.ts'
import type { AccuracyBench, AccuracyRow } from './row.ts'

// The parts of names against the official names of members of Congress, and how often persons and organizations are given a
// person's name.

type User = { id_str: string; name: string; screen_name: string; lang: string | null; description: string | null }
type Member = {
  readonly profile: Parameters<typeof personName>[0] & { readonly name: string }
  readonly first: string
  readonly last: string
}
type Guess = { readonly givenName: string; readonly familyName: string; readonly confidence?: number } | undefined
type Answer = { readonly member: Member; readonly guess: Guess }

const plain = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')

function members(): Member[] {
  const users = new Map(sharedRecords<User>('congress-2017/users.jsonl.gz').map(user => [user.id_str, user]))
  return sharedRows('congress-2017/labels-dev.csv').flatMap(label => {
    const user = users.get(label.user_id ?? '')
    if (!user) return []
    const profile = { name: user.name, handle: user.screen_name, lang: user.lang, summary: user.description }
    return [{ profile, first: label.first_name ?? '', last: label.last_name ?? '' }]
  })
}

const familyIsRight = ({ member, guess }: Answer) => plain(guess?.familyName ?? '') === plain(member.last)
const givenIsRight = ({ member, guess }: Answer) => plain(guess?.givenName ?? '') === plain(member.first)
/** Nicknames are no mistake (Bob for Robert): given names are judged where the official one stands in the display name. */
const isOfficial = ({ member }: Answer) => plain(member.profile.name).split(' ').includes(plain(member.first))

/** `decided / right` of family and given names. */
function figuresOf(answers: readonly Answer[]) {
  const family = answers.filter(({ guess }) => guess?.familyName)
  const official = answers.filter(isOfficial)
  const given = official.filter(({ guess }) => guess?.givenName)
  const rightFamily = family.filter(familyIsRight).length
  const rightGiven = given.filter(givenIsRight).length
  return {
    'family name': `${percent(family.length, answers.length)} / ${percent(rightFamily, family.length)}`,
    'given name': `${percent(given.length, official.length)} / ${percent(rightGiven, given.length)}`,
    reached: rightFamily / family.length >= 0.99 && rightGiven / given.length >= 0.99
  }
}

function congressRow(all: readonly Member[]): AccuracyRow {
  const { reached, ...figures } = figuresOf(all.map(member => ({ member, guess: personName(member.profile) })))
  const trivial = figuresOf(
    all.map(member => {
      const words = member.profile.name.trim().split(/\s+/)
      return { member, guess: { givenName: words[0] ?? '', familyName: words.at(-1) ?? '' } }
    })
  )
  return {
    what: 'parts of names said / right, members of Congress',
    n: all.length,
    figures,
    baseline: `first and last word: family ${trivial['family name']}, given ${trivial['given name']}`,
    anchor: '',
    target: '99 % right',
    reached
  }
}

/** Said confidence against the family names that are right. */
function reliabilityOf(all: readonly Member[]): AccuracyRow[] {
  const cases = all.flatMap(member => {
    const guess = personName(member.profile)
    return guess?.familyName ? [{ confidence: guess.confidence, right: familyIsRight({ member, guess }) }] : []
  })
  return reliabilityRows('family name, members of Congress', cases, [0.8, 0.9, 0.95, 1])
}

/** How often a name is said of accounts as they come. */
function coverageRow(label: string): AccuracyRow {
  const some = sharedRows('account-type/natural.csv.gz').filter(profile => profile.label === label)
  const named = some.filter(({ name = '', username = '', bio = '' }) =>
    personName({ name, handle: username, lang: null, summary: bio })
  )
  const known = some.filter(({ name = '' }) => firstName(name.split(' ')[0] ?? '') !== undefined)
  return {
    what: `accounts that are given a name, natural sample, ${label}`,
    n: some.length,
    figures: { said: percent(named.length, some.length) },
    baseline: `first word in the table of first names: ${percent(known.length, some.length)}`,
    anchor: '',
    target: ''
  }
}

const bench: AccuracyBench = {
  trait: 'name',
  async run() {
    const all = members()
    return [congressRow(all), coverageRow('individual'), coverageRow('organization'), ...reliabilityOf(all)]
  }
}
export default bench
