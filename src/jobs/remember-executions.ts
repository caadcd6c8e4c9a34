import type { Database } from '../store/database.ts'
import type { Execution, Executions } from './execution.ts'

type Remembered = { readonly execution: Execution; readonly writes: number }

const maxRemembered = 1_000

/**
 * The same executions, where the one that was just asked for is answered from memory as long as nothing was written since: many
 * polls of a status then cost one query. Where others write too (PostgreSQL), every question is asked of the database.
 */
export function rememberExecutions(executions: Executions, { writes }: Pick<Database, 'writes'>): Executions {
  if (!writes) return executions
  const memory = new Map<string, Remembered>()
  return {
    ...executions,
    async get(caller, id) {
      const known = memory.get(id)
      const writesBefore = writes()
      if (known?.writes === writesBefore && known.execution.accountId === caller.accountId) return known.execution
      const execution = await executions.get(caller, id)
      if (memory.size >= maxRemembered) memory.clear()
      memory.set(id, { execution, writes: writesBefore })
      return execution
    }
  }
}
