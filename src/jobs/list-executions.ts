import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import type { Schema } from '../store/schema.ts'
import type { Caller } from '../store/verify-token.ts'
import type { Execution, ExecutionFilter, ExecutionState } from './execution.ts'
import { isNoTask } from './execution-rows.ts'
import { toExecution } from './to-execution.ts'

type Query<Row> = SelectQueryBuilder<Schema, 'executions', Row>

/** One page of an account's executions, newest first, and how many there are in all. */
export async function listExecutions(
  database: Database,
  caller: Caller,
  filter: ExecutionFilter,
  page: { max: number; offset: number }
): Promise<{ totalItems: number; items: Execution[] }> {
  const matching = <Row>(query: Query<Row>) =>
    filtered(query.where('account_id', '=', caller.accountId).where(sql.raw<boolean>(isNoTask)), filter, database)
  const rows = await matching(database.db.selectFrom('executions').selectAll())
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.max)
    .offset(page.offset)
    .execute()
  const isFiltered = Object.values(filter).some(value => value !== undefined)
  const total = isFiltered
    ? await matching(
        database.db.selectFrom('executions').select(({ fn }) => fn.countAll<number>().as('total'))
      ).executeTakeFirst()
    : await database.db
        .selectFrom('accounts')
        .select('executions as total')
        .where('id', '=', caller.accountId)
        .executeTakeFirst()
  return { totalItems: total?.total ?? 0, items: rows.map(toExecution) }
}

function filtered<Row>(query: Query<Row>, filter: ExecutionFilter, database: Database): Query<Row> {
  const { states } = filter
  const [job, label, user, project] = [filter.job, filter.label, filter.user, filter.project].map(withoutNul)
  let narrowed = query
  if (job !== undefined) narrowed = narrowed.where('job', '=', job)
  if (user !== undefined) narrowed = narrowed.where('asked_by', '=', user)
  if (project !== undefined) narrowed = narrowed.where('project', '=', project)
  if (states !== undefined) narrowed = narrowed.where(isSeenAs(states))
  if (label === undefined) return narrowed
  const labels =
    database.dialect === 'postgres'
      ? sql`SELECT jsonb_array_elements_text(executions.labels::jsonb)`
      : sql`SELECT value FROM json_each(executions.labels)`
  return narrowed.where(sql<boolean>`${label} IN (${labels})`)
}

// No stored text has a NUL, and PostgreSQL refuses to compare with one.
const withoutNul = (text: string | undefined) => text?.replaceAll('\0', '\ufffd')

// As toExecution shows it: what has been started counts as running until it ends.
function isSeenAs(states: readonly ExecutionState[]) {
  return ({ or, and, eb }: ExpressionBuilder<Schema, 'executions'>) =>
    or(
      states.map(state => {
        if (state === 'queued' || state === 'claimed')
          return and([eb('state', '=', state), eb('started_at', 'is', null)])
        if (state !== 'running') return eb('state', '=', state)
        return and([eb('state', 'in', ['queued', 'claimed', 'running']), eb('started_at', 'is not', null)])
      })
    )
}
