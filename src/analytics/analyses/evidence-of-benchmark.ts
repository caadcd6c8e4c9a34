import { Type } from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'
import type { Benchmark, EvidenceBase } from '../benchmark.ts'

const Row = Type.Object({ following: Type.Integer(), engaging: Type.Integer() })
const empty: EvidenceBase = { following: 0, engaging: 0 }

/** How many people a benchmark has whose follows, or engagements, are known; without the members of the audience. */
export async function evidenceOfBenchmark(
  warehouse: Warehouse,
  benchmark: Benchmark,
  audience: EvidenceBase
): Promise<EvidenceBase> {
  if (benchmark.kind === 'people') {
    const [people = empty] = await warehouse.rows(Row, peopleSql, { ids: benchmark.ids })
    return people
  }
  const [everybody = empty] =
    benchmark.kind === 'corpus'
      ? await warehouse.rows(Row, corpusSql)
      : await warehouse.rows(Row, serviceSql, { prefix: `${benchmark.service}:` })
  return {
    following: Math.max(0, everybody.following - audience.following),
    engaging: Math.max(0, everybody.engaging - audience.engaging)
  }
}

const corpusSql = `
  SELECT
    argMaxIf(value, version, name = 'people_following') AS following,
    argMaxIf(value, version, name = 'people_engaging') AS engaging
  FROM corpus_totals`

const serviceSql = `
  SELECT countIf(following > 0) AS following, countIf(engagements > 0) AS engaging
  FROM account_activity FINAL
  WHERE startsWith(id, {prefix:String})`

const peopleSql = `
  SELECT
    (SELECT uniqExact(follower) FROM follows
     WHERE follower IN {ids:Array(String)} AND follower != followee) AS following,
    (SELECT uniqExact(from_id) FROM interactions
     WHERE from_id IN {ids:Array(String)} AND from_id != to_id) AS engaging`
