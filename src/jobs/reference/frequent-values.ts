import { analyse } from '../../analytics/interactions/analyse.ts'
import type { Privacy } from '../../analytics/privacy.ts'
import type { Targets } from '../../analytics/targets/target.ts'
import type { Service } from '../../model/ids.ts'
import { corpusRevision } from '../../store/corpus-revision.ts'
import type { Database } from '../../store/database.ts'
import type { ServiceSpans } from '../../store/service-spans.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import type { ReferenceSources } from './reference.ts'

type Options = {
  readonly database: Database
  readonly warehouse: Warehouse
  readonly spans: ServiceSpans
  readonly targets: Targets
  readonly privacy: Privacy
}

const mostValues = 200

/** The most frequent values of a target among all that a service holds, counted once for each state of the corpus. */
export function frequentValues(options: Options): ReferenceSources['frequentValues'] {
  const { database, warehouse, targets, privacy } = options
  const remembered = new Map<string, Promise<readonly string[]>>()
  let revisionOfRemembered = 0

  async function look(service: Service, target: string): Promise<readonly string[]> {
    const span = (await options.spans()).get(service)
    if (!span) return []
    const answer = await analyse(
      warehouse,
      {
        ...{ service, recordingFilter: null, tagsHash: '', filter: null },
        start: 0,
        end: Math.floor(span.newest / 1000) + 1,
        analysis: { analysis_type: 'freqDist', parameters: { target, threshold: mostValues } }
      },
      { targets, privacy }
    )
    return answer.analysis.results.map(({ key }) => String(key))
  }

  return async (service, target) => {
    const revision = await corpusRevision(database)
    if (revision !== revisionOfRemembered) remembered.clear()
    revisionOfRemembered = revision
    const key = `${service} ${target}`
    const known = remembered.get(key)
    if (known) return known
    const values = look(service, target)
    values.catch(() => remembered.delete(key))
    remembered.set(key, values)
    return values
  }
}
