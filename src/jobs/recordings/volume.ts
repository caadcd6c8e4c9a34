import { countInteractions } from '../../analytics/interactions/count-interactions.ts'
import type { Privacy } from '../../analytics/privacy.ts'
import type { Targets } from '../../analytics/targets/target.ts'
import { corpusRevision } from '../../store/corpus-revision.ts'
import type { Database } from '../../store/database.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import { interactionsOf } from './interactions-of.ts'
import type { OpenRecording } from './recording.ts'

/** How many interactions belong to a recording, as it may be published. */
export type Volume = (recording: OpenRecording) => Promise<number>

type Options = {
  readonly database: Database
  readonly warehouse: Warehouse
  readonly targets: Targets
  readonly privacy: Privacy
  readonly now: () => number
}

const maxRemembered = 1_000

/** Counts each recording once for each state of the corpus: lists of recordings are asked for often. */
export function createVolume({ database, warehouse, targets, privacy, now }: Options): Volume {
  const remembered = new Map<string, Promise<number>>()

  async function count(recording: OpenRecording): Promise<number> {
    const counts = await countInteractions(warehouse, interactionsOf(recording, Math.ceil(now() / 1000)), {
      targets,
      privacy
    })
    return counts.interactions
  }

  return async recording => {
    const { service, hash, start, end, isSinceStart } = recording
    const key = JSON.stringify([await corpusRevision(database), service, hash, isSinceStart ? start : 0, end])
    const known = remembered.get(key)
    if (known) return known
    const volume = count(recording)
    volume.catch(() => remembered.delete(key))
    if (remembered.size >= maxRemembered) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(key, volume)
    return volume
  }
}
