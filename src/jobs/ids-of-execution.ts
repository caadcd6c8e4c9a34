import type { ProfileId } from '../model/ids.ts'
import type { ExecutionRows } from './execution-rows.ts'
import { isExecutionId } from './fingerprint.ts'
import { readStoredRequest } from './to-execution.ts'

/** Whom an execution of the account was asked about; nothing when the account has none of that name. */
export async function idsOfExecution(
  rows: ExecutionRows,
  accountId: string,
  id: string
): Promise<readonly ProfileId[] | undefined> {
  if (!isExecutionId(id)) return undefined
  const [found] = await rows.request([id, accountId])
  return found && readStoredRequest(found.request).ids
}
