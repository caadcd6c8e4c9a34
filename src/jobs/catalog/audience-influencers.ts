import { Type } from 'typebox'
import { audienceCoverage } from '../../analytics/analyses/audience-coverage.ts'
import { audienceEdges } from '../../analytics/analyses/audience-edges.ts'
import { rankInnerInfluencers } from '../../analytics/analyses/inner-influencers.ts'
import { compareIds } from '../../analytics/compare-ids.ts'
import { audienceItems, showAccounts } from '../../analytics/show-accounts.ts'
import { Audience, rankingOf } from '../../model/ranking.ts'
import { defineJob } from '../define-job.ts'

const Count = Type.Integer({ minimum: 0 })

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
      pagerank: Type.Number({ minimum: 0, maximum: 1 })
    })
  }),
  advisedIds: 50,
  firstEstimate: { baseMs: 100, perIdMs: 0.3 },

  async run(request, { warehouse, progress }) {
    // The same people in any order are the same question: PageRank's last bits depend on the order of its sums.
    const ids = request.ids.toSorted(compareIds)
    const { known, missing, coverage } = await audienceCoverage(warehouse, ids)
    progress(30)
    const edges = await audienceEdges(warehouse, known)
    progress(60)
    const ranked = rankInnerInfluencers(known, edges)
    progress(80)
    const show = await showAccounts(warehouse, known)
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
