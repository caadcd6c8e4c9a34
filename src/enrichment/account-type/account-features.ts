import type { FeatureSet } from '../linear/feature-set.ts'
import { firstName } from '../names/first-names.ts'
import { alsoFamilyNames, titles, wordsOfOthers } from '../names/name-words.ts'
import type { ProfileReading } from '../reading.ts'
import { groupPronouns, groupWords, personalRoles, personPronouns } from './account-words.ts'

const kinds = {
  nameWord: 1,
  nameRuns: 2,
  nameShape: 3,
  handleRuns: 4,
  handleShape: 5,
  bioWord: 6,
  bioPair: 7,
  bioRuns: 8,
  bioShape: 14,
  place: 9,
  url: 10,
  count: 11,
  rule: 12,
  rulePair: 13
}

/** The features by which a person's account is told from an organization's. What the source did not say adds none. */
export function describeAccount(reading: ProfileReading): (features: FeatureSet) => void {
  return features => {
    const squeezed = { name: squeeze(reading.name.text), handle: squeeze(reading.profile.handle ?? '') }
    const rules = [
      ...nameRules(features, reading, squeezed),
      ...bioRules(features, reading, squeezed),
      ...urlRules(features, reading, squeezed)
    ]
    addHandle(features, reading)
    addPlace(features, reading.profile.location)
    addCounts(features, reading)
    // In pairs too: a first name with "we" in the bio is another case than either alone.
    for (const [at, rule] of rules.entries()) {
      features.add(kinds.rule, rule)
      for (const other of rules.slice(at + 1)) features.addPair(kinds.rulePair, rule, other)
    }
  }
}

/** Name and handle without spaces and marks, in small letters. */
type Squeezed = { readonly name: string; readonly handle: string }

/** Adds the features of the name; answers what the rules say of it. */
function nameRules(features: FeatureSet, { name }: ProfileReading, squeezed: Squeezed): string[] {
  let before = '<start>'
  for (const token of name.tokens) {
    features.add(kinds.nameWord, token)
    features.addPair(kinds.nameWord, before, token)
    features.addRuns(kinds.nameRuns, token, 3, 4)
    before = token
  }
  const text = name.text.trim()
  features.add(kinds.nameShape, `words ${Math.min(5, name.tokens.length)}`)
  features.add(kinds.nameShape, /\d/.test(text) ? 'digits' : 'no digits')
  features.add(kinds.nameShape, /[&+®™]|\.(?:com|org|net)/i.test(text) ? 'marks of trade' : 'no marks')
  features.add(kinds.nameShape, caseOf(text))
  addLikeness(features, text, squeezed)
  const others = name.tokens.some(token => wordsOfOthers.has(token) && !alsoFamilyNames.has(token))
  const first = name.tokens.slice(0, 2).findIndex(isFirstName)
  const whose = first < 0 ? (others ? 'name of others' : 'name unknown') : others ? 'name of both' : 'name of a person'
  const rules = first < 0 ? [whose] : [whose, `first name at ${first}`]
  return titles.has(name.tokens[0] ?? '') ? [...rules, 'title'] : rules
}

function isFirstName(token: string): boolean {
  const found = /^\p{L}/u.test(token) ? firstName(token) : undefined
  return found !== undefined && found.strength > 0.3
}

function addLikeness(features: FeatureSet, text: string, { name, handle }: Squeezed): void {
  if (handle === '' || name === '') return
  if (name === handle) features.add(kinds.nameShape, 'is handle')
  else if (handle.includes(name) || name.includes(handle)) features.add(kinds.nameShape, 'part of handle')
  const words = text.slice(0, 100).toLowerCase().split(/\s+/)
  const initials = words.map(word => word.charAt(0)).join('')
  if (initials.length > 2 && handle.startsWith(initials)) features.add(kinds.nameShape, 'initials in handle')
}

const squeeze = (text: string) =>
  text
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

function caseOf(text: string): string {
  if (text === text.toLowerCase()) return text === text.toUpperCase() ? 'no case' : 'small letters'
  if (text === text.toUpperCase()) return 'capitals'
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}$/u.test(text) ? 'two or three names' : 'mixed case'
}

function addHandle(features: FeatureSet, { profile }: ProfileReading): void {
  const written = profile.handle?.slice(0, 60)
  if (!written) return
  const handle = written.toLowerCase()
  features.addRuns(kinds.handleRuns, handle, 3, 5)
  // Words inside a handle begin with capitals: RealWaterUtah.
  const parts = written.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\d+/gu) ?? []
  for (const part of parts.slice(0, 8)) features.add(kinds.handleShape, part.toLowerCase())
  features.add(kinds.handleShape, `parts ${Math.min(4, parts.length)}`)
  features.add(kinds.handleShape, `digits ${/\d{3,}$/.test(handle) ? 'many' : /\d/.test(handle) ? 'some' : 'none'}`)
  features.add(kinds.handleShape, handle.includes('_') ? 'underscore' : 'plain')
  features.add(kinds.handleShape, caseOf(written))
}

/** Adds the features of the bio; answers what the rules say of it. */
function bioRules(features: FeatureSet, { summary }: ProfileReading, { name }: Squeezed): string[] {
  if (summary.tokens.length === 0) return ['no bio']
  let group = 0
  let person = 0
  let role = 0
  let trade = 0
  let before = '<start>'
  for (const token of summary.tokens) {
    features.add(kinds.bioWord, token)
    features.addPair(kinds.bioPair, before, token)
    // Runs of one length: more of them drown the rules (measured).
    if (token.charCodeAt(0) !== 0x3c) features.addRuns(kinds.bioRuns, token, 4, 4)
    before = token
    if (groupPronouns.has(token)) group += 1
    else if (personPronouns.has(token)) person += 1
    else if (personalRoles.has(token)) role += 1
    else if (groupWords.has(token)) trade += 1
  }
  features.addPair(kinds.bioPair, before, '<end>')
  features.add(kinds.bioShape, `length ${Math.floor(Math.log2(summary.tokens.length))}`)
  const rules = [
    `group ${Math.min(2, group)}`,
    `person ${Math.min(2, person)}`,
    `role ${Math.min(3, role)}`,
    `trade ${Math.min(3, trade)}`
  ]
  // Organizations begin with their own name: "Forshock - Consult. Develop. Solve."
  if (name.length > 2 && squeeze(summary.text).startsWith(name)) rules.push('bio begins with name')
  return rules
}

function addPlace(features: FeatureSet, location: string | null): void {
  if (location === null) return
  const parts =
    location
      .slice(0, 100)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  for (const part of parts.slice(0, 10)) features.add(kinds.place, part)
  features.add(kinds.place, parts.length === 0 ? 'none' : location.includes(',') ? 'comma' : 'one')
}

const personalHosts = /(?:facebook|instagram|tumblr|last|youtube|ask|about|soundcloud|linkedin|snapchat)\.(?:com|fm|me)/

/** Adds the features of the link; answers what the rules say of it. */
function urlRules(features: FeatureSet, { profile }: ProfileReading, { name, handle }: Squeezed): string[] {
  if (profile.url === null) return []
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)/i.exec(profile.url.slice(0, 200))?.[1]?.toLowerCase()
  if (host === undefined) return []
  const rules = ['has link']
  if (host === 't.co') return rules
  features.add(kinds.url, host.slice(host.lastIndexOf('.') + 1))
  features.addRuns(kinds.url, host, 4, 5)
  if (personalHosts.test(host)) return [...rules, 'link to a network']
  const label = squeeze(host.slice(0, host.lastIndexOf('.')))
  if (label.length < 4) return rules
  if (name.length > 2 && (name.includes(label) || label.includes(name))) rules.push('link is name')
  if (handle.length > 2 && (handle.includes(label) || label.includes(handle))) rules.push('link is handle')
  return rules
}

function addCounts(features: FeatureSet, { profile }: ProfileReading): void {
  const { followers, friends, statuses, favourites, listed, verified } = profile
  const bucket = (count: number) => Math.floor(2 * Math.log10(count + 1))
  if (followers !== null) features.add(kinds.count, `followers ${bucket(followers)}`)
  if (friends !== null) features.add(kinds.count, `friends ${bucket(friends)}`)
  if (followers !== null && friends !== null)
    features.add(kinds.count, `ratio ${Math.round(2 * Math.log10((followers + 1) / (friends + 1)))}`)
  if (statuses !== null) features.add(kinds.count, `statuses ${bucket(statuses)}`)
  if (favourites !== null) features.add(kinds.count, `favourites ${bucket(favourites)}`)
  if (favourites !== null && statuses !== null)
    features.add(kinds.count, `gives ${Math.round(2 * Math.log10((favourites + 1) / (statuses + 1)))}`)
  if (listed !== null && followers !== null)
    features.add(kinds.count, `listed ${Math.round(2 * Math.log10((listed + 1) / (followers + 1)))}`)
  if (verified === true) features.add(kinds.count, 'verified')
}
