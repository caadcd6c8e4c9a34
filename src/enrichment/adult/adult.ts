import type { PostReading, ProfileReading } from '../reading.ts'
import { hasWordOf, type ReadText } from '../text/read-text.ts'
import { enterWordList } from '../text/word-lists.ts'
import { offensiveOf } from './offensive.ts'
import { adultHosts, ageMarks, doubtfulWords, sexualEmoji, sexualWords, soberWords } from './sexual-words.ts'

export type SaidAdult = {
  readonly value: true
  readonly confidence: number
  /** The signs that it rests on, as evidence names them. */
  readonly from: string
}

const offers =
  /\b(?:dm (?:me|for|to)|dms open|subscribe|free trial|link (?:in|below)|top \d+(?:\.\d+)? ?%|custom (?:videos?|content|pics)|selling|menu|cashapp|premium|snapchat|telegram|whatsapp|meet(?:s| up)?|live show|uncensored|sin censura)\b/iu

// Chosen by hand: there is no labelled data of adult content. Each sign more is worth a little.
const confidences = [0, 0, 0.85, 0.92, 0.95, 0.95]

// Well above where the model says offensive: a sign beside words of sexual content, never one alone.
const crude = 0.9

/** Whether a profile offers sexual content: two signs of different kinds, one of them words or a site of that kind; else nothing. */
export function adultProfile({ name, summary, profile }: ProfileReading): SaidAdult | undefined {
  return said(signsOf([name, summary], profile.url === null ? [] : [profile.url], profile.handle ?? ''))
}

/** Whether a post offers sexual content, by the same signs. */
export function adultPost({ text, post }: PostReading): SaidAdult | undefined {
  return said(signsOf([text], post.urls, ''))
}

function signsOf(texts: readonly ReadText[], urls: readonly string[], handle: string): readonly string[] {
  if (texts.some(text => hasWordOf(soberList, text))) return none
  const hasWords = texts.some(text => hasWordOf(sexualList, text))
  // Most posts end here, before any pattern is tried.
  if (!hasWords && urls.length === 0 && !texts.some(hasPoint)) return none
  const host = urls.some(url => adultHosts.test(hostOf(url))) || texts.some(({ text }) => adultHosts.test(hostIn(text)))
  if (!hasWords && !host) return none
  const found = wordsIn(texts)
  const signs: string[] = []
  if (found.words.size > 0) signs.push('sexual_words')
  if (found.words.size > 2) signs.push('many_sexual_words')
  if (host) signs.push('adult_site')
  if (found.aged) signs.push('age_mark')
  if (found.emoji.size > 0) signs.push('emoji')
  if (texts.some(({ text }) => offers.test(text))) signs.push('offer')
  if (/porn|xxx|nude|slut|onlyfans|fetish|hentai|sexy/i.test(handle)) signs.push('handle')
  if (texts.some(text => (offensiveOf({ text })?.probability ?? 0) >= crude)) signs.push('crude_language')
  return signs.length > 2 || host || !onlyDoubtful(found.words) ? signs : none
}

const none: readonly string[] = []
const hasPoint = ({ text }: ReadText) => text.includes('.')

/** Words that have another meaning need two other signs beside them. */
const onlyDoubtful = (words: ReadonlySet<string>) => [...words].every(word => doubtfulWords.has(word))

type Found = { readonly words: Set<string>; readonly emoji: Set<string>; aged: boolean }

type Meaning = 'sober' | 'sexual' | 'emoji' | 'aged'

const meanings: ReadonlyMap<string, Meaning> = new Map([
  ...[...soberWords].map(word => [word, 'sober'] as const),
  ...[...sexualWords].map(word => [word, 'sexual'] as const),
  ...[...sexualEmoji].map(word => [word, 'emoji'] as const),
  ...[...ageMarks].map(word => [word, 'aged'] as const)
])

const listOf = (meaning: Meaning) =>
  enterWordList(
    [...meanings.keys()].filter(word => meanings.get(word) === meaning),
    { inHashtags: true }
  )
const soberList = listOf('sober')
const sexualList = listOf('sexual')

function wordsIn(texts: readonly ReadText[]): Found {
  const found: Found = { words: new Set(), emoji: new Set(), aged: false }
  for (const { tokens } of texts) for (const token of tokens) count(token, found)
  return found
}

function count(token: string, found: Found): void {
  const word = token.charCodeAt(0) === 0x23 ? token.slice(1) : token
  const meaning = meanings.get(word)
  if (meaning === 'sexual') found.words.add(word)
  else if (meaning === 'emoji') found.emoji.add(word)
  else if (meaning === 'aged') found.aged = true
}

function said(signs: readonly string[]): SaidAdult | undefined {
  if (signs.length < 2) return
  return { value: true, confidence: confidences[Math.min(signs.length, 5)] as number, from: signs.join(' + ') }
}

function hostOf(url: string): string {
  return /^(?:https?:\/\/)?([^/?#\s]{1,200})/i.exec(url)?.[1] ?? ''
}

/** The first link or bare address of a site in a text. */
function hostIn(text: string): string {
  if (!siteEnd.test(text)) return '' // Full stops are frequent, and the search from each word on is slow.
  return /\b[\w-]{2,40}\.(?:com|fans|org|net|xxx|tv|link)\b/i.exec(text)?.[0] ?? ''
}

const siteEnd = /\.(?:com|fans|org|net|xxx|tv|link)\b/i
