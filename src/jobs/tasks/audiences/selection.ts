import type { StrategyKnowledge } from '../strategy.ts'
import { conceptConditions, keywordConditions } from './content.ts'
import { allOf } from './csdl-text.ts'
import { type Audience, audienceFilter, readAudience } from './read-audience.ts'
import { readWords, type Words, wordsFilter } from './read-words.ts'

/** Which interactions are asked about: by whom, and about what. What is left out asks nothing. */
export type Selection = { readonly audience?: Audience; readonly keywords?: Words; readonly concepts?: Words }

export const selectionMembers = ['audience', 'keywords', 'concepts'] as const

/** Reads the three members that select; `path` stands before their names in sentences. */
export function readSelection(
  path: string,
  members: Readonly<Record<string, unknown>>,
  known: StrategyKnowledge,
  errors: string[]
): Selection {
  const { audience, keywords, concepts } = members
  return {
    ...(audience !== undefined && { audience: readAudience(`${path}audience`, audience, known, errors) }),
    ...(keywords !== undefined && { keywords: readWords(`${path}keywords`, keywords, 'words or phrases', errors) }),
    ...(concepts !== undefined && { concepts: readWords(`${path}concepts`, concepts, 'concepts', errors) })
  }
}

export function isEmpty(selection: Selection): boolean {
  return Object.keys(selection).length === 0
}

/** The CSDL of a selection; '' selects everything. */
export function selectionFilter({ audience, keywords, concepts }: Selection, known: StrategyKnowledge): string {
  return allOf([
    audience ? audienceFilter(audience) : '',
    keywords ? wordsFilter(keywords, keywordConditions) : '',
    concepts ? wordsFilter(concepts, conceptConditions(known.targets)) : ''
  ])
}
