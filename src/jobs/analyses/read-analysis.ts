import { checkQueryFilter } from '../../analytics/csdl/check-filter.ts'
import type { AnalysisQuestion } from '../../analytics/interactions/analysis.ts'
import type { Targets } from '../../analytics/targets/target.ts'
import { InvalidRequest } from '../../errors.ts'
import { isObject, type JsonObject } from '../../json-object.ts'
import { parseQueryFilter } from '../../languages/csdl/parse-csdl.ts'
import type { Expression, Program } from '../../languages/csdl/tree.ts'
import type { TaskSource } from '../tasks/task-source.ts'
import { objectOf, readLevels } from './read-levels.ts'
import { readWindow } from './read-window.ts'

type Asked = {
  /** What is analysed, and what "now" is for it (tasks/task-source.ts). */
  readonly source: TaskSource
  /** The recording's, resolved. */
  readonly program: Program
  readonly targets: Targets
  /** By a strategy, whose lists may be longer than a client's. */
  readonly isSpawned?: boolean
}

/**
 * The question that parameters of an analysis ask, checked, with its defaults filled in. Throws InvalidRequest with the documented
 * sentence, and CsdlError for a filter that cannot be read.
 */
export function readAnalysis(parameters: unknown, { source, program, targets, isSpawned }: Asked): AnalysisQuestion {
  const asked = objectOf('parameters', parameters)
  const analysis = readLevels(analysisIn(asked), targets)
  return {
    service: source.service,
    recordingFilter: program.filter,
    tagsHash: source.hasTags ? source.hash : '',
    filter: readFilter(asked.filter, targets, isSpawned === true),
    ...readWindow(asked, analysis, source),
    analysis
  }
}

/** The Python client's example writes the type of the analysis beside the window, and its parameters under it. */
function analysisIn(asked: JsonObject): unknown {
  const isInside = isObject(asked.parameters) && asked.parameters.analysis_type !== undefined
  return asked.analysis_type !== undefined && !isInside ? asked : asked.parameters
}

function readFilter(filter: unknown, targets: Targets, isSpawned: boolean): Expression | null {
  if (filter === undefined || filter === null) return null
  if (typeof filter !== 'string') throw new InvalidRequest('The filter parameter must be a string')
  if (filter.trim() === '') return null
  const expression = parseQueryFilter(filter)
  if (!isSpawned) checkQueryFilter(expression, targets)
  return expression
}
