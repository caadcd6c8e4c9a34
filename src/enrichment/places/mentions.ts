import { gazetteer, nameKinds } from './gazetteer.ts'
import { idleWords, otherMeanings } from './idle-words.ts'
import { GrowingKey } from './place-key.ts'
import { boundaries, type PlaceWord } from './place-words.ts'

/** What a few words may name. */
export type Candidate = { readonly place: number; readonly kind: number }

/** Words that name places, and which. */
export type Mention = {
  readonly start: number
  readonly end: number
  readonly candidates: readonly Candidate[]
  /** Nobody means the town by this word alone. */
  readonly isWord: boolean
}

/** Places that are told together: `Bronx, NY` of `Bronx, NY / Washington DC`, and how many words of it name nothing. */
export type Group = { readonly mentions: readonly Mention[]; readonly strangers: number; readonly words: number }

const longestName = 5
const mostCandidates = 64
const nothing: readonly Candidate[] = []

/** The places that the words name, longest names first from the left, in groups. */
export function groupsIn(words: readonly PlaceWord[]): Group[] {
  const groups: Group[] = []
  let start = 0
  for (let at = 1; at <= words.length; at++) {
    if (at < words.length && words[at]?.before !== boundaries.list) continue
    const group = groupIn(words, start, at)
    if (group.mentions.length > 0 || group.words > 0) groups.push(group)
    start = at
  }
  return groups
}

function groupIn(words: readonly PlaceWord[], start: number, end: number): Group {
  const mentions: Mention[] = []
  let strangers = 0
  let at = start
  while (at < end) {
    const mention = mentionAt(words, at, end, mentions.at(-1))
    if (mention) {
      mentions.push(mention)
      at = mention.end
    } else {
      if (isStranger(words[at] as PlaceWord)) strangers += 1
      at += 1
    }
  }
  return { mentions, strangers, words: end - start }
}

const isStranger = ({ text }: PlaceWord) => !(idleWords.has(text) || /^\d/.test(text))

const keys: GrowingKey[] = []

/** The longest name that begins here and crosses no comma. */
function mentionAt(words: readonly PlaceWord[], start: number, end: number, before?: Mention): Mention | undefined {
  const districtState = stateOfDistrict(words[start] as PlaceWord)
  if (districtState) return { start, end: start + 1, candidates: districtState, isWord: false }
  let length = 0
  let key = new GrowingKey()
  while (length < longestName + (words[start]?.ideograph ? 3 : 0) && start + length < end) {
    const word = words[start + length] as PlaceWord
    if (length > 0 && word.before !== boundaries.none) break
    keys[length] = key
    key = key.copy()
    key.add(word, length === 0)
    length += 1
    keys[length] = key
  }
  for (; length > 0; length--) {
    const last = words[start + length - 1] as PlaceWord
    let candidates = candidatesOf(keys[length] as GrowingKey)
    if (candidates.length === 0 && last.possessive) {
      const shorter = (keys[length - 1] as GrowingKey).copy()
      shorter.add(last, length === 1, last.text.slice(0, -1))
      candidates = candidatesOf(shorter)
    }
    if (candidates.length === 0) continue
    const allowed = allowedHere(candidates, words, start, length, end, before)
    if (allowed.length === 0) continue
    return { start, end: start + length, candidates: allowed, isWord: isWordHere(words, start, length) }
  }
  return undefined
}

function candidatesOf(key: GrowingKey): Candidate[] {
  const found: Candidate[] = []
  gazetteer().lookUp(key, (place, kind) => {
    if (found.length < mostCandidates) found.push({ place, kind })
  })
  return found
}

/** `TX21` and `#MS01` are districts of the House. */
function stateOfDistrict({ text, capitals }: PlaceWord): readonly Candidate[] | undefined {
  if (!(capitals && /^[a-z]{2}\d{1,2}$/.test(text))) return undefined
  const key = new GrowingKey()
  key.add({ text: text.slice(0, 2), ...plainWord }, true)
  const states = candidatesOf(key).filter(({ place }) => isAmericanState(place))
  return states.length > 0 ? states : undefined
}

const plainWord = { before: boundaries.none, capitals: true, capital: true, possessive: false, ideograph: false }

function isAmericanState(place: number): boolean {
  const { cities, states, stateCodes } = gazetteer()
  return place >= cities && place < cities + states && stateCodes[place - cities]?.[0].startsWith('US.') === true
}

/** Codes are words too: `in`, `me`, `or` are states only in capitals, behind a comma or a city, or alone. */
function allowedHere(
  candidates: readonly Candidate[],
  words: readonly PlaceWord[],
  start: number,
  length: number,
  end: number,
  before: Mention | undefined
): readonly Candidate[] {
  const word = words[start] as PlaceWord
  if (length === 1 && /^\d+$/.test(word.text) && words.length > 2) return nothing
  if (length > 1 || !candidates.some(({ kind }) => kind === nameKinds.code)) return countyOrAll(candidates, words, start, length, end)
  const isShort = word.text.length <= 3
  const followsPlace = before !== undefined && before.end === start
  const isAlone = words.length === 1 && !codesThatAreWords.has(word.text)
  const isMarked = word.capitals || word.before === boundaries.comma || isAlone
  if (!isShort || isMarked || (followsPlace && (word.text.length === 2 || !codesThatAreWords.has(word.text)))) return candidates
  return candidates.filter(({ kind }) => kind !== nameKinds.code)
}

const codesThatAreWords: ReadonlySet<string> = new Set([
  ...['in', 'or', 'me', 'hi', 'ok', 'la', 'de', 'pa', 'ma', 'oh', 'so', 'no', 'to', 'is', 'it', 'my', 'am', 'at', 'be', 'by', 'us', 'al'],
  ...['el', 'san', 'st', 'id', 'en', 'do', 'se', 'es', 'ca', 'as', 'an', 'and', 'are', 'can', 'per', 'sen', 'nor', 'bra', 'fin', 'aus', 'don'],
  ...['mar', 'lux', 'pan', 'sun', 'ben', 'gin', 'guy', 'tod', 'ton', 'tun', 'van', 'via', 'vat', 'col', 'com', 'cub', 'fra', 'grin', 'hun', 'ne']
])

/** Before `County` a name is a county's, which has no place of its own here: what it is near or in must be said beside it. */
function countyOrAll(
  candidates: readonly Candidate[],
  words: readonly PlaceWord[],
  start: number,
  length: number,
  end: number
): readonly Candidate[] {
  const next = words[start + length]
  const isCounty = start + length < end && next !== undefined && counties.has(next.text) && next.before === boundaries.none
  if (!isCounty) return candidates
  const { cities } = gazetteer()
  return candidates.filter(({ place, kind }) => place >= cities || kind === nameKinds.common)
}

const counties: ReadonlySet<string> = new Set(['county', 'parish', 'co', 'counties', 'borough'])

function isWordHere(words: readonly PlaceWord[], start: number, length: number): boolean {
  const text = length === 1 ? (words[start]?.text ?? '') : words.slice(start, start + length).map(word => word.text).join(' ')
  return otherMeanings.has(text)
}
