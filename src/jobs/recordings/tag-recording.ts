import { tagPosts } from '../../analytics/csdl/tag-posts.ts'
import type { Analysis, AnalysisQuestion } from '../../analytics/interactions/analysis.ts'
import type { Targets } from '../../analytics/targets/target.ts'
import { predicatesOf } from '../../languages/csdl/conditions.ts'
import type { Program } from '../../languages/csdl/tree.ts'
import type { Service } from '../../model/ids.ts'
import { corpusRevision } from '../../store/corpus-revision.ts'
import type { Database } from '../../store/database.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import { engineVersion } from '../engine-version.ts'

type Tagged = { readonly service: Service; readonly hash: string; readonly program: Program }

/** Brings the tags of a recording up to the corpus. */
export type TagRecording = (recording: Tagged, warehouse: Warehouse) => Promise<void>

export function createTagging(database: Database, targets: Targets): TagRecording {
  return async ({ service, hash, program: { rules } }, warehouse) => {
    if (rules.length === 0) return
    const revision = await corpusRevision(database)
    await tagPosts(warehouse, { hash, rules, service, targets, revision, edition: engineVersion })
  }
}

/** Whether an analysis reads what the recording's rules say. */
export function readsTags({ analysis, filter, tagsHash }: AnalysisQuestion, targets: Targets): boolean {
  if (tagsHash === '') return false
  const conditions = filter === null ? [] : [...predicatesOf(filter)]
  const names = [...targetsOf(analysis), ...conditions.map(({ target }) => target)]
  return names.some(name => targets.find(name)?.source === 'tags')
}

function targetsOf(analysis: Analysis): string[] {
  if (analysis.analysis_type === 'timeSeries') return []
  return [analysis.parameters.target, ...(analysis.child ? targetsOf(analysis.child) : [])]
}
