import { type Static, Type } from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'
import { filterSettings } from '../csdl/compile-filter.ts'
import type { Targets } from '../targets/target.ts'
import { type Interactions, openScope } from './scope.ts'

const Row = Type.Object({
  id: Type.String(),
  content: Type.String(),
  subtype: Type.String(),
  media_type: Type.String(),
  created_at: Type.Integer(),
  hashtags: Type.Array(Type.String()),
  language: Type.String(),
  urls: Type.Array(Type.String()),
  paths: Type.Array(Type.String()),
  names: Type.Array(Type.String()),
  scores: Type.Array(Type.Union([Type.Number(), Type.Null()]))
})

/** A post as a sample shows it: nothing beside its text says who wrote it. `created_at` is ms; a score is null where there is a name. */
export type SampledPost = Static<typeof Row>

/** The newest interactions, without those of protected accounts. */
export function newestInteractions(
  warehouse: Warehouse,
  question: Interactions,
  { targets, count }: { readonly targets: Targets; readonly count: number }
): Promise<SampledPost[]> {
  const hasTags = question.tagsHash !== ''
  const needs = [{ source: 'profile' } as const, ...(hasTags ? [{ source: 'tags' } as const] : [])]
  const { from, where, values } = openScope(question, targets, needs)
  const limit = values.bind(count, 'UInt32')
  const value = (name: string) => targets.find(name)?.expression ?? "''"
  const tags = hasTags
    ? 'tags.paths AS paths, tags.names AS names, tags.scores AS scores'
    : "CAST([], 'Array(String)') AS paths, CAST([], 'Array(String)') AS names, CAST([], 'Array(Float64)') AS scores"
  return warehouse.rows(
    Row,
    `SELECT post.id AS id, post.text AS content, ${value('interaction.subtype')} AS subtype,
       ${value('interaction.media_type')} AS media_type, toFloat64(post.created_at) AS created_at,
       post.hashtags AS hashtags, ${value('interaction.language')} AS language, post.urls AS urls, ${tags}
     FROM ${from}
     WHERE ${where} AND profile.protected != 1
     ORDER BY post.created_at DESC, post.id DESC
     LIMIT ${limit}
     SETTINGS ${filterSettings}`,
    values.params
  )
}
