import type { Profile } from '../../model/profile.ts'
import type { ProfileTrait } from '../trait.ts'

type Counts = Pick<Profile, 'followers' | 'friends' | 'listed' | 'verified' | 'published' | 'statuses' | 'observedAt'>

const yearMs = 365.25 * 24 * 3600 * 1000

/** A count on a logarithmic scale: 0 for none, 1 at `full` and above. */
const onLogScale = (count: number, full: number) =>
  Math.min(1, Math.log10(1 + Math.max(0, count)) / Math.log10(1 + full))

/** What a profile's counts say, each 0–1 or null where the source is silent, and its share of the whole. */
function parts(profile: Counts): readonly { name: string; weight: number; value: number | null }[] {
  const { followers, friends, listed, verified, published, statuses, observedAt } = profile
  return [
    { name: 'followers', weight: 55, value: followers === null ? null : onLogScale(followers, 1e8) },
    {
      name: 'friends',
      weight: 10,
      value: followers === null || friends === null ? null : followed(followers, friends)
    },
    { name: 'listed', weight: 15, value: listed === null ? null : onLogScale(listed, 1e5) },
    { name: 'verified', weight: 10, value: verified === null ? null : Number(verified) },
    { name: 'account age', weight: 5, value: published === null ? null : inYears(observedAt - published, 5) },
    { name: 'posts', weight: 5, value: statuses === null ? null : onLogScale(statuses, 1e5) }
  ]
}

/** The part of an account's ties that point to it; 100 more friends keep tiny accounts from looking lopsided. */
const followed = (followers: number, friends: number) =>
  Math.max(0, followers) / (Math.max(0, followers) + Math.max(0, friends) + 100)

const inYears = (ageMs: number, full: number) => Math.min(1, Math.max(0, ageMs / yearMs / full))

/**
 * 0–100, from the profile's own counts: 55 % followers (log scale, full at 100 million), 10 % followers among all ties,
 * 15 % lists (log, full at 100,000), 10 % verified, 5 % age (full at 5 years), 5 % posts (log, full at 100,000).
 * Followers alone say little (Cha et al., ICWSM 2010, "The Million Follower Fallacy"); being listed is a mark of an
 * expert (Ghosh et al., SIGIR 2012, "Cognos"); the ratio tells broadcasters from collectors of friends (Krishnamurthy
 * et al., WOSN 2008). Unknown parts share the fate of the known ones when followers are known, and count nothing
 * otherwise. It never falls when followers rise. Confidence is the weight of what was known.
 */
export function influenceOf(profile: Counts): {
  readonly score: number
  readonly confidence: number
  readonly from: string
} {
  let weight = 0
  let total = 0
  let from = ''
  for (const part of parts(profile)) {
    if (part.value === null) continue
    weight += part.weight
    total += part.weight * part.value
    from += from === '' ? part.name : `, ${part.name}`
  }
  const score = profile.followers === null || weight === 0 ? total : (total / weight) * 100
  return { score: Math.round(score * 10) / 10, confidence: weight / 100, from }
}

// A number takes as long to write as all else here, and there are a thousand scores.
const texts = Array.from({ length: 1001 }, (_, tenths) => String(tenths / 10))
const textOf = (score: number) => texts[Math.round(score * 10)] ?? String(score)

const trait: ProfileTrait = {
  about: 'profile',
  name: 'influence',
  infer({ profile }) {
    const { score, confidence, from } = influenceOf(profile)
    const evidence = confidence === 0 ? [] : [{ trait: 'influence', value: textOf(score), confidence, from }]
    return { columns: { influence: score }, evidence }
  }
}
export default trait
