import { Value } from 'typebox/value'
import type { Privacy } from '../analytics/privacy.ts'
import { type ShownAccount, showAccounts } from '../analytics/show-accounts.ts'
import { modelVersionOf } from '../enrichment/model-version.ts'
import type { Logger } from '../log.ts'
import type { ProfileId } from '../model/ids.ts'
import { membersOfTraits, withoutMembers } from '../model/trait-members.ts'
import type { TraitSettings } from '../model/traits.ts'
import type { ExecutionRow } from '../store/schema.ts'
import type { Warehouse } from '../store/warehouse.ts'
import { composeResult, publishedResult } from './compose-result.ts'
import type { JobContext, JobDefinition } from './define-job.ts'
import { failed, type Outcome, outcomeOfError } from './outcome.ts'
import { readStoredRequest } from './to-execution.ts'

type RunTools = Pick<JobContext, 'progress' | 'idsOfExecution' | 'now' | 'signal'> & {
  readonly warehouse: Warehouse
  readonly privacy: Privacy
  readonly traits: TraitSettings
  readonly log: Logger
  readonly finishedWord: string
  /** Whether this result is checked against the schema that it is published with. */
  readonly isChecked: boolean
}

/** Runs a job's function over a stored question. Never throws: whatever happens is an outcome. */
export async function runJob(job: JobDefinition | undefined, row: ExecutionRow, tools: RunTools): Promise<Outcome> {
  try {
    if (!job) return failed([`This server does not know the job type ${row.job} any more`])
    const { ids, options } = readStoredRequest(row.request)
    if (!Value.Check(job.options, options)) return failed(['The job has changed since this was asked: ask again'])
    const { warehouse, privacy, traits, signal, progress, idsOfExecution, now } = tools
    const context = {
      privacy,
      traits,
      signal,
      progress,
      idsOfExecution,
      now,
      warehouse: warehouse.tagged(row.id, signal)
    }
    const [answer, seed] = await Promise.all([
      job.run({ ...options, ids }, context),
      onlyAccount(ids, context.warehouse)
    ])
    const frame = {
      execution: row.id,
      finishedWord: tools.finishedWord,
      ids,
      requestedSize: row.requested_size,
      seed,
      configuration: row.configuration,
      modelVersion: modelVersionOf(traits),
      now
    }
    const body = withoutMembers(answer.body, membersOfTraits(traits.off))
    const json = JSON.stringify(composeResult(job, { ...answer, body }, frame))
    return tools.isChecked ? checked(job, row, json, tools.log) : { state: 'finished', json }
  } catch (error) {
    return outcomeOfError(error, row, tools)
  }
}

async function onlyAccount(
  [id, ...others]: readonly ProfileId[],
  warehouse: Warehouse
): Promise<ShownAccount | undefined> {
  if (id === undefined || others.length > 0) return undefined
  const show = await showAccounts(warehouse, [id])
  return show(id)
}

function checked(job: JobDefinition, row: ExecutionRow, json: string, log: Logger): Outcome {
  const [first] = Value.Errors(publishedResult(job), JSON.parse(json))
  if (!first) return { state: 'finished', json }
  log.error({ execution: row.id, job: job.name, at: first.instancePath, problem: first.message }, 'invalid result')
  return {
    state: 'invalid-result',
    errors: [
      `The result does not fit its schema (${first.instancePath || 'at the top'} ${first.message}): this is a bug of the server`
    ]
  }
}
