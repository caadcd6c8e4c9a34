import Type from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'
import { type Counts, type Privacy, publishCounts } from '../privacy.ts'
import type { Targets } from '../targets/target.ts'
import { asSets } from './author-conditions.ts'
import type { Level } from './count.ts'
import { analysisMemoryBytes, countingDistinct, distinctAuthorsSql } from './distinct-authors.ts'
import { type Interactions, openScope, scopeText } from './scope.ts'

/** How many interactions there are, and by how many people, as it may be published; nothing of both when it may not. */
export async function countInteractions(
  warehouse: Warehouse,
  question: Interactions,
  { targets, privacy }: { readonly targets: Targets; readonly privacy: Privacy }
): Promise<Counts> {
  return countingDistinct(warehouse, analysisMemoryBytes, async (ask, distinct) => {
    const level = { targets, privacy, ask, distinct, bySet: await asSets(question, targets, ask) }
    return (await countAll(question, level)) ?? { interactions: 0, unique_authors: 0 }
  })
}

const Totals = Type.Object({ interactions: Type.Integer(), unique_authors: Type.Integer() })

/**
 * All interactions of the question, also those that no row of its answer counts; undefined when they may not be told. A statement of
 * its own: together with the rows it takes as long, and what is redacted ends here.
 */
export async function countAll(
  question: Interactions,
  { targets, privacy, ask, distinct, bySet }: Level
): Promise<Counts | undefined> {
  const { from, where, values } = openScope(question, targets, [], bySet)
  const [exact = { interactions: 0, unique_authors: 0 }] = await ask(
    Totals,
    `SELECT count() AS interactions, ${distinctAuthorsSql[distinct]} AS unique_authors FROM ${from} WHERE ${where}`,
    values
  )
  return publishCounts(exact, privacy.minTotal, privacy, { question: scopeText(question), point: '' })
}
