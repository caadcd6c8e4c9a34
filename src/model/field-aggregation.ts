import { type Static, Type } from 'typebox'
import { Share } from './figures.ts'

/** Share of the people with a known value, by value; values held by too few people are not named. */
export const FieldAggregation = Type.Record(Type.String(), Share)

/** The 95 % interval of a share: low, high. An array, because drafts of JSON Schema write tuples differently. */
export const Interval = Type.Array(Share, { minItems: 2, maxItems: 2 })

/** What an aggregation rests on. */
export const FieldCoverage = Type.Object(
  {
    /** People with a known value. */
    n: Type.Optional(
      Type.Integer({ minimum: 0, description: 'People with a known value, rounded down; not told when redacted.' })
    ),
    of: Type.Integer({ minimum: 0, description: 'People looked at: all of them, or the sample.' }),
    interval: Type.Optional(
      Type.Record(Type.String(), Interval, {
        description:
          '95 % interval of each share, where it is sampled or rests on a model; holds what rounding may have taken.'
      })
    ),
    unnamed: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description: 'Share of n whose values are too rare to be named, or lost by rounding.'
      })
    ),
    corrected: Type.Optional(
      Type.Boolean({
        description: 'True when the shares, and their intervals, take the measured errors of the model into account.'
      })
    ),
    redacted: Type.Boolean({ description: 'True when too few people are known for anything to be said.' })
  },
  { additionalProperties: false }
)
export type FieldCoverage = Static<typeof FieldCoverage>
