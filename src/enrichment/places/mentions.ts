import { codesThatAreWords, counties, joiners, neverAlone } from './code-words.ts'
import { type Candidate, gazetteer, nameKinds } from './gazetteer.ts'
import { idleWords, otherMeanings } from './idle-words.ts'
import { PlaceKeys } from './place-key.ts'
import { boundaries, type PlaceWord } from './place-words.ts'

/** Words that name places, and which. */
export type Mention = {
  readonly start: number
  readonly end: number
  readonly candidates: readonly Candidate[]
  /** Nobody means the town by this word alone. */
  readonly isWord: boolean
  readonly isIdeograph: boolean
}

/** Places that are told together: `Bronx, NY` of `Bronx, NY / Washington DC`, and how many words of it name nothing. */
export type Group = { readonly mentions: readonly Mention[]; readonly strangers: number; readonly words: number }

const longestName = 5
const mostCandidates = 64
const nothing: readonly Candidate[] = []

/** The places that the words name, longest names first from the left, in groups. */
export function groupsIn(words: readonly PlaceWord[]): Group[] {
  const groups: Group[] = []
  let mentions: Mention[] = []
  let strangers = 0
  let start = 0
  let at = 0
  const close = () => {
    if (at > start) groups.push({ mentions, strangers, words: at - start })
    mentions = []
    strangers = 0
    start = at
  }
  while (at < words.length) {
    const word = words[at] as PlaceWord
    if (at > start && word.before === boundaries.list) close()
    const mention = mentionAt(words, at, start, mentions.at(-1))
    if (mention) {
      mentions.push(mention)
      at = mention.end
    } else {
      if (isStranger(word)) strangers += 1
      at += 1
      if (joiners.has(word.text) && mentions.length > 0) close()
    }
  }
  close()
  return groups
}

const isStranger = ({ text }: PlaceWord) => !(idleWords.has(text) || /^\d/.test(text))

const keys = new PlaceKeys()

/** The longest name that begins here and crosses no comma. */
function mentionAt(
  words: readonly PlaceWord[],
  start: number,
  groupStart: number,
  before?: Mention
): Mention | undefined {
  const end = words.length
  const districtState = stateOfDistrict(words[start] as PlaceWord)
  if (districtState) return { start, end: start + 1, candidates: districtState, isWord: false, isIdeograph: false }
  const most = Math.min(end - start, longestName + (words[start]?.ideograph ? 3 : 0))
  let length = 0
  while (length < most && (length === 0 || words[start + length]?.before === boundaries.none)) {
    length += 1
    keys.grow(length, words[start + length - 1] as PlaceWord)
  }
  for (; length > 0; length--) {
    const last = words[start + length - 1] as PlaceWord
    // `Virginia's` before the Mexican town of Virginias, but `King's Lynn` as it is.
    let candidates = last.possessive ? withoutPossessive(length, last) : nothing
    if (candidates.length === 0) candidates = candidatesOf(length)
    if (candidates.length === 0) continue
    // `Northern` is a province too, but not in `Northern California`.
    if (words.length > 1 && areIdle(words, start, length) && !isNameAllTheSame(candidates, words, start, length))
      continue
    const allowed = allowedHere(candidates, words, start, length, groupStart, before)
    if (allowed.length === 0) continue
    return {
      start,
      end: start + length,
      candidates: allowed,
      isWord: isWordHere(words, start, length),
      isIdeograph: last.ideograph
    }
  }
  return undefined
}

function areIdle(words: readonly PlaceWord[], start: number, length: number): boolean {
  for (let at = start; at < start + length; at++) if (!idleWords.has(words[at]?.text ?? '')) return false
  return true
}

/** The Bay Area, `NE` for Nebraska, and `ON` behind a comma for Ontario. */
function isNameAllTheSame(
  candidates: readonly Candidate[],
  words: readonly PlaceWord[],
  start: number,
  length: number
): boolean {
  if (length > 1) return candidates.some(({ kind }) => kind === nameKinds.common)
  const word = words[start] as PlaceWord
  const isBehindComma = word.before === boundaries.comma && start + 1 === words.length && word.capitals
  return candidates.some(
    ({ place, kind }) => kind === nameKinds.code && (isAmericanState(place) || (isBehindComma && isState(place)))
  )
}

function withoutPossessive(length: number, last: PlaceWord): readonly Candidate[] {
  keys.grow(length, last, last.text.slice(0, -1))
  const candidates = candidatesOf(length)
  keys.grow(length, last)
  return candidates
}

/** The places that the last grown key of so many words names. */
function candidatesOf(length: number): readonly Candidate[] {
  return gazetteer().lookUp(keys.hash(length), keys.check(length), mostCandidates)
}

/** `TX21` and `#MS01` are districts of the House. */
function stateOfDistrict({ text, capitals }: PlaceWord): readonly Candidate[] | undefined {
  if (!(capitals && text.length <= 4 && /^[a-z]{2}\d{1,2}$/.test(text))) return undefined
  keys.grow(1, { text: text.slice(0, 2), ...plainWord })
  const states = candidatesOf(1).filter(({ place }) => isAmericanState(place))
  return states.length > 0 ? states : undefined
}

const plainWord = { before: boundaries.none, capitals: true, possessive: false, ideograph: false }

const isState = (place: number) => place >= gazetteer().cities && place < gazetteer().cities + gazetteer().states

function isAmericanState(place: number): boolean {
  const { cities, stateCodes } = gazetteer()
  return isState(place) && stateCodes[place - cities]?.[0].startsWith('US.') === true
}

/** Codes are words too: `in`, `me`, `or` are states only in capitals, behind a comma or a city, or alone. */
function allowedHere(
  candidates: readonly Candidate[],
  words: readonly PlaceWord[],
  start: number,
  length: number,
  groupStart: number,
  before: Mention | undefined
): readonly Candidate[] {
  const word = words[start] as PlaceWord
  if (length === 1 && /^\d+$/.test(word.text) && words.length > 2) return nothing
  const { text } = word
  const isWord = codesThatAreWords.has(text)
  const isCode = candidates.some(({ kind }) => kind === nameKinds.code) || isWord
  if (length > 1 || !isCode || (text.length > 3 && !isWord)) return countyOrAll(candidates, words, start, length)
  const isEnd = start + 1 === words.length || words[start + 1]?.before !== boundaries.none
  const isAlone = start === groupStart && isEnd && (words.length <= 3 || word.capitals)
  // `IT'S HOT IN HERE` is neither in Italy nor in Indiana.
  const isShouted = words.every(({ capitals }) => capitals)
  const isVerb = word.possessive && neverAlone.has(text.slice(0, -1))
  const isMarked = word.before === boundaries.comma || (word.capitals && !isVerb && !isShouted)
  const followsPlace = before !== undefined && before.end === start
  if (
    isMarked ||
    (isAlone && (!isWord || (word.capitals && !neverAlone.has(text)))) ||
    (followsPlace && isEnd && (text.length === 2 || !isWord))
  )
    return candidates
  // `no` is not New Orleans.
  const isCommonHere = isAlone && !neverAlone.has(text)
  return candidates.filter(
    ({ kind }) => kind !== nameKinds.code && !(isWord && kind === nameKinds.common && !isCommonHere)
  )
}

/** Before `County` a name is a county's, which has no place of its own here: what it is near or in must be said beside it. */
function countyOrAll(
  candidates: readonly Candidate[],
  words: readonly PlaceWord[],
  start: number,
  length: number
): readonly Candidate[] {
  const next = words[start + length]
  const isCounty = next !== undefined && counties.has(next.text) && next.before === boundaries.none
  return isCounty ? nothing : candidates
}

function isWordHere(words: readonly PlaceWord[], start: number, length: number): boolean {
  const text =
    length === 1
      ? (words[start]?.text ?? '')
      : words
          .slice(start, start + length)
          .map(word => word.text)
          .join(' ')
  return otherMeanings.has(text)
}
