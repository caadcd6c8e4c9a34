import type { TraitName } from '../../model/traits.ts'
import type { SqlParams } from '../../store/warehouse.ts'

/**
 * Which row a target reads, under the alias of the same name (interactions/interactions-from.ts): the post, what enrichment says
 * of its author, the author's profile, what enrichment says of the author whom it shares or answers, whom
 * it mentions by name, or what the recording's tag rules said of the post.
 */
export type TargetSource = 'post' | 'author' | 'profile' | 'parent' | 'mentioned' | 'tags'

export type TargetType = 'text' | 'number' | 'texts' | 'point'

/** One name that filters and analyses can use. To add one: a line in a file of `vocabularies/`. */
export type Target = {
  /** In lower case: `interaction.hashtags`. */
  readonly name: string
  /** One sentence for the documentation. */
  readonly summary: string
  readonly type: TargetType
  /** Whether `contains` and its kin match it word by word. */
  readonly isTokenised: boolean
  /** Whether freqDist counts its values. */
  readonly isAnalysable: boolean
  /** Whether the filter of an analysis may name it; the filter of a recording may name every target. */
  readonly isFilterable: boolean
  /** The trait that it rests on: switched off, the target does not exist. */
  readonly trait?: TraitName
  /** Whether its values are in lower case, so that what they are compared with is put into it, too: `== "MAGA"` means `maga`. */
  readonly isLowerCase?: true
  readonly source: TargetSource
  /** Its value in ClickHouse's SQL. Missing is '' for a text, [] for a list, NaN for a number, (NaN, NaN) for a point: never NULL. */
  readonly expression: string
  /** Constants that the expression binds; their names begin with `t_`. */
  readonly params?: SqlParams
  /** A path of tags as its score, for conditions that compare numbers. */
  readonly asNumber?: Target
}

/** All targets that there are on this server. */
export type Targets = {
  /** By name in lower case; `interaction.tag_tree.*` are found by any path. */
  find(name: string): Target | undefined
  readonly all: readonly Target[]
}
