import { beginPair, type FeatureSet, hashOf } from '../linear/feature-set.ts'
import { firstName } from '../names/first-names.ts'
import { alsoFamilyNames, titles, wordsOfOthers, wordsOfRoles } from '../names/name-words.ts'
import { isOfSeveral, isPossessive } from '../names/several-names.ts'
import { isTradeInOneWord, tradeWords } from '../names/trade-words.ts'
import type { ProfileReading } from '../reading.ts'
import { countOf, hasWordOf } from '../text/read-text.ts'
import { enterWordList } from '../text/word-lists.ts'
import { kinds } from './account-kinds.ts'
import { addRules, type Rule } from './account-rules.ts'
import { sides } from './account-words.ts'

/** The features by which a person's account is told from an organization's. What the source did not say adds none. */
export function describeAccount(reading: ProfileReading): (features: FeatureSet) => void {
  return features => {
    const squeezed = { name: squeeze(reading.name.text), handle: squeeze(reading.profile.handle ?? '') }
    const rules: Rule[] = []
    addName(features, reading, squeezed, rules)
    addBio(features, reading, squeezed, rules)
    addLink(features, reading, squeezed, rules)
    addHandle(features, reading)
    addPlace(features, reading.profile.location)
    addCounts(features, reading)
    addRules(features, rules)
  }
}

/** Name and handle without spaces and marks, in small letters. */
type Squeezed = { readonly name: string; readonly handle: string }

/** Features like `followers 12`, whose hashes stand ready for the numbers that most accounts have. */
function numbered(kind: number, what: string): (number: number) => number {
  const lowest = -20
  const ready = Array.from({ length: 60 }, (_, at) => hashOf(kind, `${what} ${lowest + at}`))
  return number => ready[number - lowest] ?? hashOf(kind, `${what} ${number}`)
}

const wordsInName = numbered(kinds.nameShape, 'words')
const partsOfHandle = numbered(kinds.handleShape, 'parts')
const lengthOfBio = numbered(kinds.bioShape, 'length')
const followersAre = numbered(kinds.count, 'followers')
const friendsAre = numbered(kinds.count, 'friends')
const ratioIs = numbered(kinds.count, 'ratio')
const statusesAre = numbered(kinds.count, 'statuses')
const favouritesAre = numbered(kinds.count, 'favourites')
const givesAre = numbered(kinds.count, 'gives')
const listedIs = numbered(kinds.count, 'listed')

// A name that is also a family name speaks for nobody else.
const wordsOfOthersOnly = enterWordList(wordsOfOthers.difference(alsoFamilyNames))
const tradeWordsOnly = enterWordList(tradeWords.difference(alsoFamilyNames))
const roleWords = enterWordList(wordsOfRoles)
const titleWords = enterWordList(titles.keys())

const nameStart = beginPair(kinds.nameWord, '<start>')
const bioStart = beginPair(kinds.bioPair, '<start>')

/** Adds the features of the name, and to the rules what they say of it. */
function addName(features: FeatureSet, { name }: ProfileReading, squeezed: Squeezed, rules: Rule[]): void {
  let before = nameStart
  for (const token of name.tokens) {
    before = features.addFollowing(kinds.nameWord, kinds.nameWord, before, token)
    features.addRuns(kinds.nameRuns, token, 3, 4)
  }
  const text = name.text.trim()
  features.addHash(wordsInName(Math.min(5, name.tokens.length)))
  features.add(kinds.nameShape, /\d/.test(text) ? 'digits' : 'no digits')
  features.add(kinds.nameShape, /[&+®™]|\.(?:com|org|net)/i.test(text) ? 'marks of trade' : 'no marks')
  features.add(kinds.nameShape, caseOf(text))
  addLikeness(features, text, squeezed)
  const hasRole = hasWordOf(roleWords, name)
  const others = !hasRole && hasWordOf(wordsOfOthersOnly, name)
  const first = isFirstName(name.tokens[0]) ? 0 : isFirstName(name.tokens[1]) ? 1 : undefined
  if (first === undefined) rules.push(others ? 'name of others' : 'name unknown')
  else rules.push(others ? 'name of both' : 'name of a person', first === 0 ? 'first name at 0' : 'first name at 1')
  if (((name.lists[0] ?? 0) & titleWords) !== 0) rules.push('title')
  if (hasWordOf(tradeWordsOnly, name) || name.tokens.some(isTradeInOneWord)) rules.push('name of a trade')
  if (hasRole) rules.push('name of a role')
  if (isPossessive(text)) rules.push('possessive name')
  else if (isOfSeveral(text)) rules.push('name of several')
}

function isFirstName(token = ''): boolean {
  const found = /^\p{L}/u.test(token) ? firstName(token) : undefined
  return found !== undefined && found.strength > 0.3
}

function addLikeness(features: FeatureSet, text: string, { name, handle }: Squeezed): void {
  if (handle === '' || name === '') return
  if (name === handle) features.add(kinds.nameShape, 'is handle')
  else if (handle.includes(name) || name.includes(handle)) features.add(kinds.nameShape, 'part of handle')
  const initials = initialsOf(text.slice(0, 100))
  if (initials.length > 2 && handle.startsWith(initials)) features.add(kinds.nameShape, 'initials in handle')
}

/** Of three words and more; most names have two. */
function initialsOf(text: string): string {
  if (!/\s\S+\s/.test(text)) return ''
  const words = text.toLowerCase().split(/\s+/)
  return words.map(word => word.charAt(0)).join('')
}

const longestSqueezed = 100

const plain = /^[\0-\x7f]*$/
const isSqueezed = /^[a-z0-9]*$/

function squeeze(text: string): string {
  const small = text.slice(0, longestSqueezed).toLowerCase()
  if (isSqueezed.test(small)) return small
  // The same for plain text, in an eighth of the time.
  return plain.test(small) ? small.replace(/[^a-z0-9]+/g, '') : small.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether the squeezed text begins with a squeezed name; most texts are told by their first letter. */
function beginsWith(text: string, name: string): boolean {
  const first = text.charAt(text.search(/[A-Za-z0-9]|[^\0-\x7f]/))
  if (first < '\x80' && first.toLowerCase() !== name.charAt(0)) return false
  return squeeze(text).startsWith(name)
}

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
  features.addHash(partsOfHandle(Math.min(4, parts.length)))
  features.add(
    kinds.handleShape,
    /\d{3,}$/.test(handle) ? 'digits many' : /\d/.test(handle) ? 'digits some' : 'digits none'
  )
  features.add(kinds.handleShape, handle.includes('_') ? 'underscore' : 'plain')
  features.add(kinds.handleShape, caseOf(written))
}

const groupRules = ['group 0', 'group 1', 'group 2'] as const
const personRules = ['person 0', 'person 1', 'person 2'] as const
const roleRules = ['role 0', 'role 1', 'role 2', 'role 3'] as const
const tradeRules = ['trade 0', 'trade 1', 'trade 2', 'trade 3'] as const

/** The rule of a count: the last one for as many and more. */
function ruleOf(rules: readonly Rule[], count: number): Rule {
  return rules[Math.min(rules.length - 1, count)] as Rule
}

/** Adds the features of the bio, and to the rules what they say of it. */
function addBio(features: FeatureSet, { summary }: ProfileReading, { name }: Squeezed, rules: Rule[]): void {
  if (summary.tokens.length === 0) {
    rules.push('no bio')
    return
  }
  let before = bioStart
  for (const token of summary.tokens) {
    before = features.addFollowing(kinds.bioWord, kinds.bioPair, before, token)
    // Runs of one length: more of them drown the rules (measured).
    if (token.charCodeAt(0) !== 0x3c) features.addRuns(kinds.bioRuns, token, 4, 4)
  }
  features.addPair(kinds.bioPair, summary.tokens.at(-1) ?? '', '<end>')
  features.addHash(lengthOfBio(Math.floor(Math.log2(summary.tokens.length))))
  rules.push(
    ruleOf(groupRules, countOf(sides.group, summary)),
    ruleOf(personRules, countOf(sides.person, summary)),
    ruleOf(roleRules, countOf(sides.role, summary)),
    ruleOf(tradeRules, countOf(sides.trade, summary))
  )
  // Organizations begin with their own name: "Forshock - Consult. Develop. Solve."
  if (name.length > 2 && beginsWith(summary.text, name)) rules.push('bio begins with name')
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

/** Adds the features of the link, and to the rules what they say of it. */
function addLink(features: FeatureSet, { profile }: ProfileReading, { name, handle }: Squeezed, rules: Rule[]): void {
  if (profile.url === null) return
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)/i.exec(profile.url.slice(0, 200))?.[1]?.toLowerCase()
  if (host === undefined) return
  rules.push('has link')
  if (host === 't.co') return
  features.add(kinds.url, host.slice(host.lastIndexOf('.') + 1))
  features.addRuns(kinds.url, host, 4, 5)
  if (personalHosts.test(host)) {
    rules.push('link to a network')
    return
  }
  const label = squeeze(host.slice(0, host.lastIndexOf('.')))
  if (label.length < 4) return
  if (name.length > 2 && (name.includes(label) || label.includes(name))) rules.push('link is name')
  if (handle.length > 2 && (handle.includes(label) || label.includes(handle))) rules.push('link is handle')
}

function addCounts(features: FeatureSet, { profile }: ProfileReading): void {
  const { followers, friends, statuses, favourites, listed, verified } = profile
  const bucket = (count: number) => Math.floor(2 * Math.log10(count + 1))
  if (followers !== null) features.addHash(followersAre(bucket(followers)))
  if (friends !== null) features.addHash(friendsAre(bucket(friends)))
  if (followers !== null && friends !== null)
    features.addHash(ratioIs(Math.round(2 * Math.log10((followers + 1) / (friends + 1)))))
  if (statuses !== null) features.addHash(statusesAre(bucket(statuses)))
  if (favourites !== null) features.addHash(favouritesAre(bucket(favourites)))
  if (favourites !== null && statuses !== null)
    features.addHash(givesAre(Math.round(2 * Math.log10((favourites + 1) / (statuses + 1)))))
  if (listed !== null && followers !== null)
    features.addHash(listedIs(Math.round(2 * Math.log10((listed + 1) / (followers + 1)))))
  if (verified === true) features.add(kinds.count, 'verified')
}
