import { analyse } from '../../src/analytics/interactions/analyse.ts'
import { noPrivacy, type Privacy } from '../../src/analytics/privacy.ts'
import { loadTargets } from '../../src/analytics/targets/targets.ts'
import { readAnalysis } from '../../src/jobs/analyses/read-analysis.ts'
import { loadStrategies, readStrategy } from '../../src/jobs/tasks/load-strategies.ts'
import type { SpawnedAnalysis, StrategyPlan } from '../../src/jobs/tasks/strategy.ts'
import type { Service } from '../../src/model/ids.ts'
import type { TraitName } from '../../src/model/traits.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { worldTime } from '../support/world.ts'

const strategies = await loadStrategies()

type How = { readonly service?: Service; readonly privacy?: Privacy; readonly off?: readonly TraitName[] }

const everything = { rules: [], imports: [], filter: null }

/** The end of a small world's data: what it holds is of the day before. */
export const nextMidnight = worldTime / 1000 + 86_400

/** Checks what a strategy is asked, without running it. */
export function planStrategy(
  strategy: string,
  parameters: unknown,
  { service = 'twitter', off = [] }: How = {}
): StrategyPlan {
  return readStrategy(strategies, { strategy, version: 1, parameters }, { service, targets: loadTargets(off) })
}

/** Runs a strategy over everything that a small world holds: its result, the analyses that it spawned, and its steps. */
export async function runStrategy(warehouse: Warehouse, strategy: string, parameters: unknown, how: How = {}) {
  const { service = 'twitter', privacy = noPrivacy, off = [] } = how
  const targets = loadTargets(off)
  const plan = planStrategy(strategy, parameters, how)
  const source = { service, hash: '', hasTags: false, from: 0, to: null, now: nextMidnight, midnight: nextMidnight }
  const spawned: (SpawnedAnalysis & { readonly name: string })[] = []
  const steps: (readonly [completed: number, total: number])[] = []
  const result = await plan.run({
    midnight: nextMidnight,
    step: (completed, total) => void steps.push([completed, total]),
    analyse(name, asked) {
      spawned.push({ name, ...asked })
      const question = readAnalysis(asked, { source, program: everything, targets, isSpawned: true })
      return analyse(warehouse, question, { targets, privacy })
    }
  })
  return { result, spawned, steps, totalSteps: plan.totalSteps }
}
