import type { TagRule } from '../../languages/csdl/tree.ts'
import { type Matcher, matcherOf } from './evaluate-filter.ts'
import type { FilterReader } from './filter-reader.ts'
import { type Clue, cluesIn, cluesOf } from './tag-clues.ts'

/** What tag rules say of one interaction: `names[i]` or `scores[i]` (NaN for a name) under `paths[i]`. */
export type PostTags = { readonly paths: string[]; readonly names: string[]; readonly scores: number[] }

/**
 * Tag rules made ready to be asked of many interactions. A rule that cannot hold without one of a few words, letters in a row
 * or whole values is looked at only where one of these stands: ten thousand rules cost little more than those that match.
 */
export function tagMatcher(rules: readonly TagRule[]): (reader: FilterReader) => PostTags {
  const made: Matcher[] = []
  // Most of many rules are never looked at.
  const holds = (at: number, { condition }: TagRule, reader: FilterReader) => {
    made[at] ??= matcherOf(condition, 'recording')
    return made[at](reader)
  }
  const { indexed, always } = indexOf(rules)
  return reader => {
    const found = new Map<number, boolean>(always.map(at => [at, false]))
    for (const { kind, target, byText, lengths } of indexed) {
      for (const reading of reader.texts(target, false)) {
        for (const text of cluesIn(reading, kind, lengths)) {
          for (const { at, isEnough } of byText.get(text) ?? []) found.set(at, isEnough || found.get(at) === true)
        }
      }
    }
    const matching: TagRule[] = []
    // In the order of the rules: sums of decimals depend on it.
    for (const at of [...found.keys()].sort((one, other) => one - other)) {
      const rule = rules[at]
      if (rule && (found.get(at) || holds(at, rule, reader))) matching.push(rule)
    }
    return tagsOf(matching)
  }
}

/** A rule to be looked at where a clue stands; with `isEnough` it holds there. */
type Candidate = { readonly at: number; readonly isEnough: boolean }

type Index = Pick<Clue, 'kind' | 'target'> & {
  readonly byText: Map<string, Candidate[]>
  /** Of the texts. */
  readonly lengths: Set<number>
}

/** The rules by what must stand in a target's text, and those that may hold without anything. */
function indexOf(rules: readonly TagRule[]): {
  readonly indexed: readonly Index[]
  readonly always: readonly number[]
} {
  const indexes = new Map<string, Index>()
  const always: number[] = []
  for (const [at, { condition }] of rules.entries()) {
    const clues = cluesOf(condition)
    if (!clues) always.push(at)
    for (const { kind, target, text, isEnough } of clues ?? []) {
      const index = indexes.get(`${kind} ${target}`) ?? { kind, target, byText: new Map(), lengths: new Set() }
      indexes.set(`${kind} ${target}`, index)
      index.lengths.add(text.length)
      const before = index.byText.get(text)
      if (before) before.push({ at, isEnough })
      else index.byText.set(text, [{ at, isEnough }])
    }
  }
  return { indexed: [...indexes.values()], always }
}

function tagsOf(matching: readonly TagRule[]): PostTags {
  const tags: PostTags = { paths: [], names: [], scores: [] }
  const told = new Map<string, Set<string>>()
  const sums = new Map<string, number>()
  for (const { path, value } of matching) {
    if (typeof value === 'number') {
      sums.set(path, (sums.get(path) ?? 0) + value)
      continue
    }
    const names = told.get(path) ?? new Set()
    if (names.has(value)) continue
    told.set(path, names.add(value))
    add(tags, path, value, Number.NaN)
  }
  for (const [path, sum] of sums) {
    const score = Number(sum.toPrecision(exactDigits))
    add(tags, path, String(score), score)
  }
  return tags
}

// 0.1 and 0.2 are 0.3: as many digits as a number holds.
const exactDigits = 15

function add(tags: PostTags, path: string, name: string, score: number): void {
  tags.paths.push(path)
  tags.names.push(name)
  tags.scores.push(score)
}
