import { type TSchema, Type } from 'typebox'
import { publishedRequest, publishedResult } from '../jobs/compose-result.ts'
import type { JobDefinition } from '../jobs/define-job.ts'
import { FieldAggregation } from '../model/field-aggregation.ts'
import { ProfileResult } from '../model/profile-result.ts'
import { Ranking, RankingOfRankings } from '../model/ranking.ts'
import { membersOfTraits, withoutMembers } from '../model/trait-members.ts'
import type { TraitName } from '../model/traits.ts'
import { toDraft2020 } from './draft-2020.ts'
import { EnrichedItem, EnrichedPost, EnrichedProfile } from './enrich/enrich-schemas.ts'
import {
  EnrichResponse,
  EraseResponse,
  ErrorResponse,
  EstimateResponse,
  ExecuteResponse,
  ExecutionsResponse,
  ImportResponse,
  PylonError,
  StatusRequest,
  StatusResponse
} from './wire-schemas.ts'

/** Every schema that is published, by its name: what requests are checked against and what answers keep to. */
export function publishedSchemata(
  jobs: ReadonlyMap<string, JobDefinition>,
  off: readonly TraitName[]
): ReadonlyMap<string, TSchema> {
  const members = membersOfTraits(off)
  const ofJobs = [...jobs.values()].flatMap(schemataOf)
  const AnyRequest = Type.Union([...jobs.values()].map(publishedRequest), {
    description: 'A request of one of the job types; without a job type in the path, job is needed.'
  })
  const schemata: [string, TSchema][] = [
    ['ExecuteRequest', AnyRequest],
    ['ExecuteResponse', ExecuteResponse],
    ['EstimateRequest', AnyRequest],
    ['EstimateResponse', EstimateResponse],
    ['StatusRequest', StatusRequest],
    ['StatusResponse', StatusResponse],
    ...ofJobs,
    ['Profile', ProfileResult],
    ['Ranking', Ranking],
    ['RankingOfRankings', RankingOfRankings],
    ['FieldAggregation', FieldAggregation],
    ['ExecutionsResponse', ExecutionsResponse],
    ['EraseResponse', EraseResponse],
    ['ImportResponse', ImportResponse],
    ['EnrichResponse', EnrichResponse],
    ['EnrichedProfile', EnrichedProfile],
    ['EnrichedPost', EnrichedPost],
    ['EnrichedItem', EnrichedItem],
    ['ErrorResponse', ErrorResponse],
    ['PylonError', PylonError]
  ]
  // Still schemas.
  return new Map(schemata.map(([name, schema]) => [name, withoutMembers(toDraft2020(schema), members) as TSchema]))
}

// The public editions call the schemas of reports by two names; AnalyzePublicProfiles is no report and has one.
function schemataOf(job: JobDefinition): [string, TSchema][] {
  const stems = job.name === 'AnalyzePublicProfiles' ? [job.name] : [job.name, `${job.name}Report`]
  return stems.flatMap((stem): [string, TSchema][] => [
    [`${stem}Request`, publishedRequest(job)],
    [`${stem}Result`, publishedResult(job)]
  ])
}
