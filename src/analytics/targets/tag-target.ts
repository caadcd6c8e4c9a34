import { isTagPath } from '../../languages/csdl/read-tag.ts'
import type { Target } from './target.ts'

export const tagTreePrefix = 'interaction.tag_tree.'

/** What the recording's rules say under a path: names, or a score, which is the sum of what its rules add. */
export function tagTarget(name: string): Target | undefined {
  const path = name.slice(tagTreePrefix.length)
  if (!isTagPath(path)) return undefined
  const param = `t_tag_${Buffer.from(path).toString('hex')}`
  const shared = {
    name,
    isTokenised: false,
    isFilterable: true,
    source: 'tags',
    params: { [param]: path }
  } as const
  return {
    ...shared,
    summary: 'What the tag rules of the recording say under this path.',
    type: 'texts',
    isAnalysable: true,
    // Not by their places: a lambda that took the list to each of them would need its square.
    expression: `arrayFilter((name, path) -> path = {${param}:String}, tags.names, tags.paths)`,
    asNumber: {
      ...shared,
      summary: 'The score under this path.',
      type: 'number',
      isAnalysable: false,
      // A path may have names as well: they have no score.
      expression: `arrayElement(arrayPushBack(arrayFilter((score, path) -> path = {${param}:String} AND NOT isNaN(score), tags.scores, tags.paths), nan), 1)`
    }
  }
}
