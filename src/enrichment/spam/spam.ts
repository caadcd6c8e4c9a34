import { knownClients } from '../known-clients.ts'
import type { PostReading, ProfileReading } from '../reading.ts'
import { hasWordOf, type ReadText } from '../text/read-text.ts'
import { enterWordList } from '../text/word-lists.ts'
import { type Bait, baits, baitsByWord, moneyEmoji } from './spam-words.ts'

export type SaidSpam = {
  readonly value: true
  readonly confidence: number
  /** The signs that it rests on, as evidence names them. */
  readonly from: string
}

// Chosen by hand for two, three and more signs: there is no labelled data of spam on these networks.
const confidences = [0, 0, 0.8, 0.9, 0.95]

const manyHashtags = 6
const manyUsers = 6
// One word this often, and in this share of a post, is repeated for machines.
const manyTimes = 4
const shareOfRepeated = 0.25

/**
 * Whether a post is spam: at least two signs, one of them a bait (a trade of followers, a giveaway, an offer of money or coins, pills and bets).
 * The other is a second bait, a link, many hashtags or handles, a word repeated, money emoji or an automated client. Shouting of hashtags with
 * repetition and handles is spam without a bait when all three are there.
 */
export function spamPost({ text, post }: PostReading): SaidSpam | undefined {
  const found = baitsOf(text)
  const { signs, links } = shapeOf(text)
  const all = [...found.map(({ kind }) => kind), ...signs]
  if (found.length > 0 && isAutomated(post.client)) all.push('automated_client')
  const others = all.length
  if (post.urls.length > 0 || links > 0) all.push('link')
  const isBaited = found.some(({ strong }) => strong)
  const isShouted = signs.includes('hashtags') && signs.includes('repeated') && signs.includes('users')
  // A weak bait with a link is what every shop posts.
  return isBaited || isShouted || (found.length > 0 && others > 2) ? said(all) : undefined
}

/**
 * Whether a profile is a spammer's: at least two signs, one of them a bait in the bio or the name. The others: a second bait, a link, money emoji,
 * many hashtags, or a mass follower (follows 2,000 or more, over five times as many as follow it).
 */
export function spamProfile({ name, summary, profile }: ProfileReading): SaidSpam | undefined {
  const [inSummary, inName] = [baitsOf(summary), baitsOf(name)]
  if (inSummary.length === 0 && inName.length === 0) return
  const found = [...new Set([...inSummary, ...inName])]
  if (!found.some(({ strong }) => strong)) return
  const signs = [...found.map(({ kind }) => kind), ...shapeOf(summary).signs]
  if (profile.url !== null || summary.tokens.includes('<link>')) signs.push('link')
  const { friends, followers } = profile
  if (friends !== null && followers !== null && friends >= 2000 && friends > 5 * followers) signs.push('mass_following')
  return said(signs)
}

function said(signs: readonly string[]): SaidSpam | undefined {
  if (signs.length < 2) return
  return { value: true, confidence: confidences[Math.min(signs.length, 4)] as number, from: signs.join(' + ') }
}

/** A post or bio says its bait in its first thousand letters. */
const longestSearched = 1000

function baitsOf(text: ReadText): readonly Bait[] {
  if (!hasWordOf(wordsOfBaits, text)) return none
  let likely = 0
  for (const token of text.tokens) {
    likely |= baitsByWord.get(token.charCodeAt(0) === 0x23 ? token.slice(1) : token) ?? 0
  }
  const searched = text.text.slice(0, longestSearched)
  return baits.filter(({ pattern }, at) => (likely & (1 << at)) !== 0 && pattern.test(searched))
}

const wordsOfBaits = enterWordList(baitsByWord.keys(), { inHashtags: true })
const none: readonly Bait[] = []

function shapeOf({ tokens }: ReadText): { readonly signs: readonly string[]; readonly links: number } {
  let hashtags = 0
  let users = 0
  let links = 0
  let words = 0
  let money = 0
  for (const token of tokens) {
    const first = token.charCodeAt(0)
    if (first === 0x23) hashtags += 1
    else if (token === '<user>') users += 1
    else if (token === '<link>') links += 1
    else if (first >= 0xd800 && moneyEmoji.has(token)) money += 1
    else if (token.length > 1) words += 1
  }
  const signs: string[] = []
  if (hashtags >= manyHashtags && hashtags >= words / 2) signs.push('hashtags')
  if (users >= manyUsers) signs.push('users')
  if (money >= 3) signs.push('money_emoji')
  if (tokens.length >= 8 && isRepeated(tokens)) signs.push('repeated')
  return { signs, links }
}

function isRepeated(tokens: readonly string[]): boolean {
  const counts = new Map<string, number>()
  let most = 0
  for (const token of tokens) {
    if (token.length < 4 || token.charCodeAt(0) === 0x3c) continue
    const count = (counts.get(token) ?? 0) + 1
    counts.set(token, count)
    if (count > most) most = count
  }
  return most >= manyTimes && most >= shareOfRepeated * tokens.length
}

function isAutomated(client: string | null): boolean {
  return client !== null && knownClients.get(client.toLowerCase())?.device === 'automated'
}
