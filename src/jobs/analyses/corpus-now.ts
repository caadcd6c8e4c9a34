import { newestInteraction } from '../../analytics/interactions/newest-interaction.ts'
import type { Service } from '../../model/ids.ts'
import type { Warehouse } from '../../store/warehouse.ts'

/**
 * What "now" is for analyses of a service, unix seconds: the second after its newest interaction, so that a corpus which is no
 * longer fed is analysed at its end; never after the clock.
 */
export async function corpusNow(warehouse: Warehouse, service: Service, wallClockMs: number): Promise<number> {
  const clock = Math.floor(wallClockMs / 1000)
  const newest = await newestInteraction(warehouse, service)
  return newest <= 0 ? clock : Math.min(clock, Math.floor(newest / 1000) + 1)
}
