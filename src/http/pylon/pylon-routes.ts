import type { Route } from '../route.ts'
import { corpusRoutes } from './corpus-routes.ts'
import { filterRoutes } from './filter-routes.ts'
import type { PylonParts } from './pylon-route.ts'
import { recordingRoutes } from './recording-routes.ts'
import { taskRoutes } from './task-routes.ts'

/** Every call of the Task API, and of what it stands on. */
export function pylonRoutes(parts: PylonParts): Route[] {
  return [...taskRoutes(parts), ...filterRoutes(parts), ...recordingRoutes(parts), ...corpusRoutes(parts)]
}
