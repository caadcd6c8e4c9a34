import type { Route } from '../route.ts'
import { analyzeRoutes } from './analyze-routes.ts'
import { filterRoutes } from './filter-routes.ts'
import { getRecordingRoutes } from './get-recording-routes.ts'
import { identityLimitRoutes } from './identity-limit-routes.ts'
import { identityRoutes } from './identity-routes.ts'
import { identityTokenRoutes } from './identity-token-routes.ts'
import type { PylonParts } from './pylon-route.ts'
import { recordingRoutes } from './recording-routes.ts'
import { referenceRoutes } from './reference-routes.ts'
import { sampleRoutes } from './sample-routes.ts'
import { startRecordingRoutes } from './start-recording-routes.ts'
import { stopTaskRoutes } from './stop-task-routes.ts'
import { taskRoutes } from './task-routes.ts'
import { usageRoutes } from './usage-routes.ts'

/** Every call of the Task API, and of what it stands on. */
export function pylonRoutes(parts: PylonParts): Route[] {
  return [
    ...taskRoutes(parts),
    ...stopTaskRoutes(parts),
    ...filterRoutes(parts),
    ...startRecordingRoutes(parts),
    ...recordingRoutes(parts),
    ...getRecordingRoutes(parts),
    ...sampleRoutes(parts),
    ...analyzeRoutes(parts),
    ...referenceRoutes(parts),
    ...identityRoutes(parts),
    ...identityLimitRoutes(parts),
    ...identityTokenRoutes(parts),
    ...usageRoutes(parts)
  ]
}
