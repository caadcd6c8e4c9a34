import type { PostReading, ProfileReading } from '../reading.ts'
import type { ReadText } from '../text/read-text.ts'

const spamKeeps = 0.2
const wordsOfFullBio = 12

/**
 * How much a post has to say, 0 to 1, by formula: distinct words (full at 16), their variety, a link or picture, a question or a number, being
 * written by its author, and shares and likes where they are known (full at 1,000). Rises with shares, likes and distinct words; spam keeps a fifth.
 */
export function interestingnessOfPost({ post, text }: PostReading, isSpam: boolean): number {
  const { distinct, all } = wordsOf(text)
  if (text.tokens.length === 0) return 0
  const reach =
    post.retweets === null && post.favorites === null ? null : 2 * (post.retweets ?? 0) + (post.favorites ?? 0)
  const score = weighed([
    { weight: 0.35, value: Math.min(1, distinct / 16) },
    { weight: 0.15, value: all === 0 ? 0 : distinct / all },
    { weight: 0.15, value: post.urls.length > 0 || text.tokens.includes('<link>') ? 1 : 0 },
    { weight: 0.1, value: text.tokens.some(token => token === '?' || (token >= '0' && token < ':')) ? 1 : 0 },
    { weight: 0.1, value: post.kind === 'retweet' ? 0 : post.kind === 'reply' ? 0.5 : 1 },
    { weight: 0.15, value: reach === null ? null : Math.min(1, Math.log10(1 + reach) / 3) }
  ])
  return rounded(isSpam ? spamKeeps * score : score)
}

/**
 * How much a profile has to say, 0 to 1, by formula: distinct words of the bio (full at 12), a link, a place, a picture of its own, and where they
 * are known followers (full at a million) and lists (full at 1,000). Rises with each of them; spam keeps a fifth.
 */
export function interestingnessOfProfile({ profile, summary }: ProfileReading, isSpam: boolean): number {
  const score = weighed([
    { weight: 0.35, value: Math.min(wordsOfFullBio, wordsOf(summary, wordsOfFullBio).distinct) / wordsOfFullBio },
    { weight: 0.15, value: profile.url === null ? 0 : 1 },
    { weight: 0.1, value: profile.location?.trim() ? 1 : 0 },
    { weight: 0.1, value: profile.image === null ? null : /default_profile/.test(profile.image) ? 0 : 1 },
    { weight: 0.2, value: profile.followers === null ? null : Math.min(1, Math.log10(1 + profile.followers) / 6) },
    { weight: 0.1, value: profile.listed === null ? null : Math.min(1, Math.log10(1 + profile.listed) / 3) }
  ])
  return rounded(isSpam ? spamKeeps * score : score)
}

/** The words of a text, read no further than to so many distinct ones. */
function wordsOf(
  { tokens }: ReadText,
  most = Number.POSITIVE_INFINITY
): { readonly distinct: number; readonly all: number } {
  const seen = new Set<string>()
  let all = 0
  for (const token of tokens) {
    if (seen.size >= most) break
    if (token.charCodeAt(0) === 0x3c || token.length < 2) continue
    all += 1
    seen.add(token)
  }
  return { distinct: seen.size, all }
}

/** One thing that interests, 0 to 1, and what it weighs; what the source did not tell is left out of the sum and of its whole. */
type Part = { readonly weight: number; readonly value: number | null }

function weighed(parts: readonly Part[]): number {
  let sum = 0
  let whole = 0
  for (const { weight, value } of parts) {
    if (value === null) continue
    sum += weight * value
    whole += weight
  }
  return sum / whole
}

const rounded = (score: number) => Math.round(1000 * Math.max(0, Math.min(1, score))) / 1000
