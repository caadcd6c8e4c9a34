import { type TSchema, Type } from 'typebox'
import type { JobDefinition } from '../jobs/define-job.ts'
import {
  ErrorResponse,
  EstimateResponse,
  ExecuteResponse,
  ExecutionsResponse,
  StatusRequest,
  StatusResponse
} from './wire-schemas.ts'

export function publishedSchemata(jobs: ReadonlyMap<string, JobDefinition>): ReadonlyMap<string, TSchema> {
  const questions = [...jobs.values()].map(job => job.options)
  const Question = Type.Union(questions)
  return new Map<string, TSchema>([
    ['ExecuteRequest', Question],
    ['ExecuteResponse', ExecuteResponse],
    ['EstimateRequest', Question],
    ['EstimateResponse', EstimateResponse],
    ['StatusRequest', StatusRequest],
    ['StatusResponse', StatusResponse],
    ['ExecutionsResponse', ExecutionsResponse],
    ['ErrorResponse', ErrorResponse],
    ['ImportResponse', Type.Object({ rejects: Type.Array(Type.Object({})) })],
    ...[...jobs.values()].flatMap((job): [string, TSchema][] => [
      [`${job.name}Request`, job.options],
      [`${job.name}Result`, job.result]
    ])
  ])
}
