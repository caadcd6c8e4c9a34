import type { PostReading, ProfileReading } from '../reading.ts'
import type { ReadText } from '../text/read-text.ts'

// The parts of a post and what they weigh; what the source did not tell is left out of the sum and of its whole.
const postWeights = { information: 0.35, variety: 0.15, link: 0.15, detail: 0.1, original: 0.1, reach: 0.15 }
const profileWeights = { bio: 0.35, link: 0.15, place: 0.1, face: 0.1, audience: 0.2, listed: 0.1 }
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
  const score = weighed(postWeights, {
    information: Math.min(1, distinct / 16),
    variety: all === 0 ? 0 : distinct / all,
    link: post.urls.length > 0 || text.tokens.includes('<link>') ? 1 : 0,
    detail: text.tokens.some(token => token === '?' || (token >= '0' && token < ':')) ? 1 : 0,
    original: post.kind === 'retweet' ? 0 : post.kind === 'reply' ? 0.5 : 1,
    reach: reach === null ? null : Math.min(1, Math.log10(1 + reach) / 3)
  })
  return rounded(isSpam ? spamKeeps * score : score)
}

/**
 * How much a profile has to say, 0 to 1, by formula: distinct words of the bio (full at 12), a link, a place, a picture of its own, and where they
 * are known followers (full at a million) and lists (full at 1,000). Rises with each of them; spam keeps a fifth.
 */
export function interestingnessOfProfile({ profile, summary }: ProfileReading, isSpam: boolean): number {
  const score = weighed(profileWeights, {
    bio: Math.min(wordsOfFullBio, wordsOf(summary, wordsOfFullBio).distinct) / wordsOfFullBio,
    link: profile.url === null ? 0 : 1,
    place: profile.location?.trim() ? 1 : 0,
    face: profile.image === null ? null : /default_profile/.test(profile.image) ? 0 : 1,
    audience: profile.followers === null ? null : Math.min(1, Math.log10(1 + profile.followers) / 6),
    listed: profile.listed === null ? null : Math.min(1, Math.log10(1 + profile.listed) / 3)
  })
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

function weighed<Part extends string>(weights: Record<Part, number>, parts: Record<Part, number | null>): number {
  let sum = 0
  let whole = 0
  for (const part of Object.keys(weights) as Part[]) {
    const value = parts[part]
    if (value === null) continue
    sum += weights[part] * value
    whole += weights[part]
  }
  return sum / whole
}

const rounded = (score: number) => Math.round(1000 * Math.max(0, Math.min(1, score))) / 1000
