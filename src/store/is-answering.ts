import Type from 'typebox'
import type { Warehouse } from './warehouse.ts'

/** Whether the warehouse computes at all. */
export async function isAnswering(warehouse: Warehouse): Promise<boolean> {
  return warehouse.rows(Type.Object({ one: Type.Number() }), 'SELECT 1 AS one').then(
    () => true,
    () => false
  )
}
