import type { ProfileId } from '../../model/ids.ts'
import { compareIds } from '../compare-ids.ts'
import { pageRank } from '../page-rank.ts'
import { roundTo } from '../round-to.ts'
import type { AudienceEdge } from './audience-edges.ts'

/** A member whom other members follow, mention or share. */
type InnerInfluencer = {
  readonly id: ProfileId
  readonly score: number
  readonly followers_in_audience: number
  readonly mentions_in_audience: number
  readonly shares_in_audience: number
  /** Members who mention or share. */
  readonly people_engaging: number
  readonly pagerank: number
}

/**
 * Ranks the members of an audience by what its edges say: score = 100·√(PageRank/largest PageRank · reach/largest reach), where
 * reach counts the members who follow, mention or share. Both sides must speak for an account: rank without reach is one loud
 * friend, reach without rank is a crowd that nobody listens to. Worked example in docs/methods.md.
 */
export function rankInnerInfluencers(ids: readonly ProfileId[], edges: readonly AudienceEdge[]): InnerInfluencer[] {
  const ranks = pageRank(
    ids.length,
    edges.map(edge => ({ from: edge.from, to: edge.to, weight: edgeWeight(edge) }))
  )
  const received = ids.map(() => ({ followers: 0, mentions: 0, shares: 0, engaging: 0, reach: 0 }))
  for (const edge of edges) {
    const signals = received[edge.to]
    if (!signals) continue
    signals.followers += edge.follows ? 1 : 0
    signals.mentions += edge.mentions
    signals.shares += edge.shares
    signals.engaging += edge.mentions + edge.shares > 0 ? 1 : 0
    signals.reach += 1
  }
  const members = ids.map((id, index) => ({ id, rank: ranks[index] ?? 0, ...(received[index] ?? nothing) }))
  const heard = members.filter(member => member.reach > 0)
  const topRank = Math.max(...heard.map(member => member.rank))
  const topReach = Math.max(...heard.map(member => member.reach))
  return heard
    .map(member => ({
      id: member.id,
      score: roundTo(100 * Math.sqrt((member.rank / topRank) * (member.reach / topReach)), 4),
      followers_in_audience: member.followers,
      mentions_in_audience: member.mentions,
      shares_in_audience: member.shares,
      people_engaging: member.engaging,
      pagerank: roundTo(member.rank, 8)
    }))
    .sort(byScore)
}

const nothing = { followers: 0, mentions: 0, shares: 0, engaging: 0, reach: 0 }

/** A follow counts 1, engagement by its logarithm: the hundredth mention says less than the first. */
function edgeWeight({ follows, mentions, shares }: AudienceEdge): number {
  return (follows ? 1 : 0) + Math.log(1 + mentions) + Math.log(1 + shares)
}

function byScore(one: InnerInfluencer, other: InnerInfluencer): number {
  return (
    other.score - one.score || other.followers_in_audience - one.followers_in_audience || compareIds(one.id, other.id)
  )
}
