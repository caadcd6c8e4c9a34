import { oneAtATime } from '../importers/one-at-a-time.ts'
import type { ProfileId } from '../model/ids.ts'
import { raiseCorpusRevision } from '../store/corpus-revision.ts'
import type { Database } from '../store/database.ts'
import { type Erasure, eraseProfile, handlesOf } from '../store/erase-profile.ts'
import { resolveHandles } from '../store/known-accounts.ts'
import type { Warehouse } from '../store/warehouse.ts'
import { executionRows } from './execution-rows.ts'
import { putBackAll } from './queue.ts'
import { unpackResult } from './stored-result.ts'
import { readStoredRequest } from './to-execution.ts'

/** What an erasure removed: records of the corpus, and results and questions that named the person. */
type PersonErasure = Erasure & { readonly results: number; readonly questions: number }

/**
 * Removes a person everywhere: from the corpus, from the ids of stored questions, and from every stored result that names them (410
 * from then on). In this order: jobs that run begin anew with the questions as they are then, and what they stored before that goes
 * with the other results. No import of this process runs meanwhile; where several share the stores, none should. `reference` is an
 * id, or `service:@handle`: its owner's, or else what is known under the handle alone.
 */
export function erasePerson(
  stores: { database: Database; warehouse: Warehouse },
  reference: string,
  now: number
): Promise<PersonErasure> {
  const { database, warehouse } = stores
  return oneAtATime(async () => {
    const owner = (await resolveHandles(warehouse, [reference])).get(reference)
    const id = owner ?? (reference as ProfileId) // Posts of authors without an id stand under their handle.
    const names = [id, ...(await handlesOf(warehouse, id)), ...(reference.includes(':@') ? [reference] : [])]
    const erasure = await eraseProfile(warehouse, id)
    const questions = await eraseFromQuestions(database, id)
    await raiseCorpusRevision(database.db)
    await putBackAll(database, executionRows(database), now)
    return { ...erasure, results: await eraseFromResults(database, names, now), questions }
  })
}

const pageSize = 100

async function eraseFromResults(database: Database, names: readonly string[], now: number): Promise<number> {
  const isNamed = namesAnyOf(names)
  let erased = 0
  for (let after = ''; ; ) {
    const page = await database.db
      .selectFrom('results')
      .select(['fingerprint', 'body', 'encoding'])
      .where('body', 'is not', null)
      .where('fingerprint', '>', after)
      .orderBy('fingerprint')
      .limit(pageSize)
      .execute()
    for (const { fingerprint, body, encoding } of page) {
      after = fingerprint
      if (!body || !isNamed(await unpackResult(body, encoding))) continue
      const removed = { body: null, removed_at: now, removed_reason: 'erased' }
      await database.db.updateTable('results').set(removed).where('fingerprint', '=', fingerprint).execute()
      erased++
    }
    if (page.length < pageSize) return erased
  }
}

/** Finds the names as whole JSON texts: an id as it is, a handle with or without its service and @, whatever its case. */
function namesAnyOf(names: readonly string[]): (json: string) => boolean {
  const [id = '', ...handles] = names
  const texts = handles.flatMap(name => [name, name.slice(name.indexOf('@')), name.slice(name.indexOf('@') + 1)])
  const pattern = texts.map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')
  const handle = pattern === '' ? undefined : new RegExp(`"(?:${pattern})"`, 'i')
  return json => json.includes(`"${id}"`) || handle?.test(json) === true
}

async function eraseFromQuestions(database: Database, id: ProfileId): Promise<number> {
  const asked = await database.db
    .selectFrom('executions')
    .select(['id', 'request'])
    .where('request', 'like', `%"${id}"%`)
    .execute()
  let erased = 0
  for (const row of asked) {
    const request = readStoredRequest(row.request)
    const ids = request.ids.filter(other => other !== id)
    if (ids.length === request.ids.length) continue // LIKE takes an underscore for any character.
    const without = JSON.stringify({ ...request, ids })
    await database.db.updateTable('executions').set({ request: without }).where('id', '=', row.id).execute()
    erased++
  }
  return erased
}
