import { fileURLToPath } from 'node:url'
import { InvalidRequest } from '../../errors.ts'
import { loadFolder } from '../../load-folder.ts'
import type { Strategy, StrategyKnowledge, StrategyPlan } from './strategy.ts'

/** All strategies by their name. */
export type Strategies = ReadonlyMap<string, Strategy>

export async function loadStrategies(): Promise<Strategies> {
  const list = await loadFolder<Strategy>(fileURLToPath(new URL('./strategies', import.meta.url)))
  return new Map(list.map(strategy => [strategy.name, strategy]))
}

/** Reads the parameters of a strategy task, `{strategy, version, parameters}`; throws InvalidRequest. */
export function readStrategy(strategies: Strategies, parameters: unknown, known: StrategyKnowledge): StrategyPlan {
  // What else there is beside the three (one client repeats the task's type) asks nothing.
  const given: Record<string, unknown> = typeof parameters === 'object' && parameters !== null ? { ...parameters } : {}
  const name = given.strategy
  if (name === undefined || name === null) throw new InvalidRequest(`Missing param 'strategy'`)
  const strategy = typeof name === 'string' ? strategies.get(name) : undefined
  if (!strategy) throw new InvalidRequest(`strategy is invalid; valid values are: ${[...strategies.keys()].join(',')}`)
  const version = given.version ?? strategy.version
  if (version !== strategy.version)
    throw new InvalidRequest(`version is invalid; valid values are: ${strategy.version}`)
  if (given.parameters === undefined || given.parameters === null)
    throw new InvalidRequest(`Missing param 'parameters'`)
  return strategy.read(given.parameters, known)
}
