import type { TraitName } from '../../model/traits.ts'
import type { SqlParams } from '../../store/warehouse.ts'
import type { Target, TargetSource, TargetType } from './target.ts'

/** What a target is unless it says so: of the post, matched whole, counted by freqDist (texts only) and open to filters. */
type More = {
  readonly isTokenised?: true
  readonly isAnalysable?: false
  readonly isFilterable?: false
  readonly isLowerCase?: true
  readonly source?: TargetSource
  readonly trait?: TraitName
  readonly params?: SqlParams
}

export const text = (name: string, expression: string, summary: string, more: More = {}): Target =>
  make('text', name, expression, summary, more)

/** A list of texts. */
export const texts = (name: string, expression: string, summary: string, more: More = {}): Target =>
  make('texts', name, expression, summary, more)

/** Numbers are compared, not counted by value. */
export const number = (name: string, expression: string, summary: string, more: More = {}): Target =>
  make('number', name, expression, summary, { isAnalysable: false, ...more })

export const point = (name: string, expression: string, summary: string, more: More = {}): Target =>
  make('point', name, expression, summary, { isAnalysable: false, ...more })

/** Says who one author is: only the filter of a recording may use it. */
export const identity = (name: string, expression: string, summary: string, source: TargetSource = 'profile'): Target =>
  make('text', name, expression, summary, { isAnalysable: false, isFilterable: false, source })

/** A name that the public contract has and the corpus knows nothing of: no interaction has a value. */
export const missing = (name: string, type: 'text' | 'texts', summary: string, more: More = {}): Target =>
  make(type, name, type === 'text' ? "''" : "CAST([], 'Array(String)')", `${summary}; not known here.`, more)

function make(type: TargetType, name: string, expression: string, summary: string, more: More): Target {
  const { isTokenised = false, isAnalysable = true, isFilterable = true, source = 'post', trait, params } = more
  return {
    ...{ name, summary, type, isTokenised, isAnalysable, isFilterable, source, expression },
    ...(more.isLowerCase && { isLowerCase: more.isLowerCase }),
    ...(trait && { trait }),
    ...(params && { params })
  }
}
