import { Type } from 'typebox'
import { audienceCoverage } from '../../analytics/analyses/audience-coverage.ts'
import { enrichedProfiles } from '../../analytics/analyses/enriched-profiles.ts'
import { postHabits } from '../../analytics/analyses/post-habits.ts'
import { composeProfile } from '../../analytics/compose-profile.ts'
import { showAccounts } from '../../analytics/show-accounts.ts'
import { confusionOf } from '../../enrichment/confusions.ts'
import { sensitiveInterests } from '../../model/interests.ts'
import { ProfileResult } from '../../model/profile-result.ts'
import { defineJob } from '../define-job.ts'

export default defineJob({
  name: 'AnalyzePublicProfiles',
  summary: 'The enriched profile of each account: who it says it is, what that and its posts tell.',
  options: Type.Object({}),
  result: Type.Record(Type.String({ pattern: '^[a-z]+:' }), ProfileResult),
  advisedIds: 1,
  firstEstimate: { baseMs: 100, perIdMs: 1 },

  async run({ ids }, { warehouse, traits, progress }) {
    const [{ known, coverage }, profiles] = await Promise.all([
      audienceCoverage(warehouse, ids),
      enrichedProfiles(warehouse, ids)
    ])
    progress(30)
    const habits = await postHabits(warehouse, ids)
    progress(70)
    const mentioned = [...habits.values()].flatMap(habit => habit.values.mention.map(({ value }) => value))
    const show = await showAccounts(warehouse, [...new Set(mentioned)])
    progress(90)
    const how = {
      show,
      sentimentConfusion: confusionOf('sentiment'),
      unsaidInterests: new Set<string>(traits.sensitiveInterests ? [] : sensitiveInterests)
    }
    const found = new Map(profiles.map(profile => [profile.id, profile]))
    return {
      body: Object.fromEntries(
        ids.flatMap(id => {
          const profile = found.get(id)
          return profile ? [[id, composeProfile(profile, habits.get(id), how)] as const] : []
        })
      ),
      metadata: {
        audience_size: found.size,
        missing: ids.filter(id => !found.has(id)),
        known_without_profile: known.filter(id => !found.has(id)).length,
        coverage
      }
    }
  }
})
