import { Type } from 'typebox'
import { audienceCoverage } from '../../analytics/analyses/audience-coverage.ts'
import { type AudienceEdge, audienceEdges } from '../../analytics/analyses/audience-edges.ts'
import { rankInnerInfluencers } from '../../analytics/analyses/inner-influencers.ts'
import { compareIds } from '../../analytics/compare-ids.ts'
import { audienceItems, showAccounts } from '../../analytics/show-accounts.ts'
import { Count, Share } from '../../model/figures.ts'
import type { ProfileId } from '../../model/ids.ts'
import { Audience, rankingOf } from '../../model/ranking.ts'
import { defineJob } from '../define-job.ts'

export default defineJob({
  name: 'AudienceInfluencers',
  summary: 'Who inside the audience the audience itself follows, mentions and shares.',
  options: Type.Object({
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'Length of the ranking.' })
    )
  }),
  result: Type.Object({
    audience: Audience,
    audienceInfluencerRanking: rankingOf({
      followers_in_audience: Count,
      mentions_in_audience: Count,
      shares_in_audience: Count,
      people_engaging: Count,
      pagerank: Share
    })
  }),
  advisedIds: 50,
  firstEstimate: { baseMs: 100, perIdMs: 0.3 },

  async run(request, { warehouse, progress }) {
    // The same people in any order are the same question: PageRank's last bits depend on the order of its sums.
    const ids = request.ids.toSorted(compareIds)
    const [{ known, missing, coverage }, edges, show] = await Promise.all([
      audienceCoverage(warehouse, ids),
      audienceEdges(warehouse, ids),
      showAccounts(warehouse, ids)
    ])
    progress(80)
    const ranked = rankInnerInfluencers(known, placedAmong(known, ids, edges))
    return {
      body: {
        audience: audienceItems(known, show),
        audienceInfluencerRanking: {
          totalItems: ranked.length,
          items: ranked
            .slice(0, request.limit ?? 100)
            .map((influencer, index) => ({ ...show(influencer.id), rank: index + 1, ...influencer }))
        }
      },
      metadata: { audience_size: known.length, missing, coverage }
    }
  }
})

/** The edges by the places of those who are known: nobody else has any. */
function placedAmong(known: readonly ProfileId[], ids: readonly ProfileId[], edges: readonly AudienceEdge[]) {
  if (known.length === ids.length) return edges
  const places = new Map(known.map((id, place) => [id, place]))
  const newPlace = ids.map(id => places.get(id) ?? -1)
  return edges.map(edge => ({ ...edge, from: newPlace[edge.from] ?? -1, to: newPlace[edge.to] ?? -1 }))
}
