import { isObject, type JsonObject } from '../json-object.ts'
import type { ProfileId } from '../model/ids.ts'
import type { JobDefinition } from './define-job.ts'
import { askedSpecialCategories } from './not-inferred.ts'
import { propertiesOf } from './properties-of.ts'
import { readIds } from './read-ids.ts'
import { readMembers } from './read-members.ts'
import { Notes } from './request-members.ts'

/** What the corpus is asked about a request. */
export type Lookups = {
  /** Whose handles these are (`service:@handle`, in lower case); the unknown ones are missing in the answer. */
  resolveHandles(handles: readonly string[]): Promise<ReadonlyMap<string, ProfileId>>
  /** Those of the ids of which the corpus holds a profile. */
  existingProfiles(ids: readonly ProfileId[]): Promise<ReadonlySet<ProfileId>>
  /** Those of the ids of which it holds anything else. */
  metAccounts(ids: readonly ProfileId[]): Promise<ReadonlySet<ProfileId>>
}

/** A question in its normal form: what is stored, fingerprinted and run. */
export type JobRequest = { readonly ids: readonly ProfileId[]; readonly options: Readonly<Record<string, unknown>> }

type ReadRequest = {
  /** Empty for a valid body; then there is a request. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  /** Different ids and handles, unknown ones included. */
  readonly requestedSize: number
  readonly request?: JobRequest
  readonly notes: Notes
}

/**
 * Reads and checks a body. Errors come in the order ids, options, notes. Handles that the corpus does not know are left out with
 * a warning; ids that it does not know stay in, because the documented ones must run on any corpus.
 */
export async function readRequest(job: JobDefinition, body: unknown, look: Lookups): Promise<ReadRequest> {
  if (!isObject(body)) return invalid(['The body must be an object, such as {"ids": ["twitter:116679528"]}'])
  const audience = readIds(body)
  const options = readMembers(job.options, body)
  const notes = readMembers(Notes, body)
  const errors = [...audience.errors, ...jobErrors(job, body), ...options.errors, ...notes.errors]
  if (errors.length > 0) return invalid(errors)

  const known = await look.resolveHandles(audience.handles)
  const unknownHandles = audience.handles.filter(handle => !known.has(handle))
  const ids = [...new Set([...audience.ids, ...known.values()])].sort()
  if (ids.length === 0)
    return invalid(['The corpus knows none of these handles: import the accounts first, or give ids'])
  const profiles = await look.existingProfiles(ids)
  const others = ids.filter(id => !profiles.has(id))
  const met = others.length === 0 ? 0 : (await look.metAccounts(others)).size
  return {
    errors,
    warnings: [
      ...(ids.length < job.advisedIds ? [`At least ${job.advisedIds} ids must be provided`] : []),
      ...audience.warnings,
      ...handleWarnings(unknownHandles),
      ...countWarnings(others.length - met, ids.length, ['is not in the corpus', 'are not in the corpus']),
      ...countWarnings(met, ids.length, ['has no profile in the corpus', 'have no profile in the corpus']),
      ...memberWarnings(job, body)
    ],
    requestedSize: ids.length + unknownHandles.length,
    request: { ids, options: options.members },
    notes: notes.members as Notes // readMembers checked it.
  }
}

const invalid = (errors: readonly string[]): ReadRequest => ({ errors, warnings: [], requestedSize: 0, notes: {} })

function jobErrors(job: JobDefinition, body: JsonObject): string[] {
  const named = body.job ?? job.name
  return named === job.name ? [] : [`"job" must be ${job.name}, as in the address, or left out`]
}

function handleWarnings(handles: readonly string[]): string[] {
  if (handles.length === 0) return []
  const shown = handles.slice(0, 10).join(', ') + (handles.length > 10 ? ', …' : '')
  return [
    `${handles.length} of the handles ${handles.length === 1 ? 'is' : 'are'} not known to the corpus and left out: ${shown}`
  ]
}

function countWarnings(count: number, all: number, [one, more]: readonly [string, string]): string[] {
  return count === 0 ? [] : [`${count} of the ${all} ids ${count === 1 ? one : more}`]
}

const alwaysKnown = new Set(['ids', 'audience', 'job', 'fresh', ...Object.keys(propertiesOf(Notes))])

function memberWarnings(job: JobDefinition, body: JsonObject): string[] {
  const options = propertiesOf(job.options)
  const unknown = Object.entries(body).filter(([name]) => !alwaysKnown.has(name) && !Object.hasOwn(options, name))
  const isAudienceIgnored = Array.isArray(body.ids) && body.audience !== undefined && body.audience !== null
  const names = unknown.slice(0, 10).map(([name]) => `"${name.slice(0, 50)}"`)
  const more = unknown.length > 10 ? `, and ${unknown.length - 10} more` : ''
  return [
    ...(isAudienceIgnored ? ['"audience" is ignored, because "ids" is there'] : []),
    ...askedSpecialCategories(unknown).map(
      asked => `The ${asked} of people is not inferred, by decision: see docs/privacy.md`
    ),
    ...(unknown.length > 0 ? [`Members that this job does not know are ignored: ${names.join(', ')}${more}`] : [])
  ]
}
