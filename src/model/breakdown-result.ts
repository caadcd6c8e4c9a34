import { Type } from 'typebox'
import { FieldAggregation, FieldCoverage, Interval } from './field-aggregation.ts'
import { Count, Share } from './figures.ts'
import { accountFields, rankingOf } from './ranking.ts'

/** A value shared by people: how many, and their share of those of whom the field is known. */
const Terms = rankingOf({ people: Count, share: Share, interval: Type.Optional(Interval) })

/** Who the followers are. A field whose trait is switched off is absent. */
const breakdownFields = {
  audienceSize: Type.Integer({ minimum: 0, description: 'Distinct followers; exact.' }),
  account_type: Type.Optional(FieldAggregation),
  birthyear: Type.Optional(FieldAggregation),
  gender: Type.Optional(FieldAggregation),
  device: FieldAggregation,
  os: FieldAggregation,
  language: FieldAggregation,
  sentiment: Type.Optional(FieldAggregation),
  activity: FieldAggregation,
  size: FieldAggregation,
  inactive: Type.Optional(Share),
  spam_like: Type.Optional(Share),
  top_domains: Terms,
  top_hashtags: Terms,
  top_mentions: Terms,
  top_interests: Type.Optional(Terms),
  top_continents: Type.Optional(Terms),
  top_countries: Type.Optional(Terms),
  top_global_metro_areas: Type.Optional(Terms),
  top_us_metro_areas: Type.Optional(Terms),
  _coverage: Type.Record(Type.String(), FieldCoverage)
}

export const Breakdown = Type.Object(breakdownFields, { additionalProperties: false })

export const AccountBreakdown = Type.Object({ ...accountFields, ...breakdownFields }, { additionalProperties: false })

/** People in common of two accounts: `jaccard` is common ÷ (followers of one or the other). */
export const Overlap = Type.Object(
  {
    totalItems: Count,
    items: Type.Array(
      Type.Object(
        {
          rank: Type.Integer({ minimum: 1 }),
          one: Type.String(),
          other: Type.String(),
          common: Count,
          union: Count,
          jaccard: Share
        },
        { additionalProperties: false }
      )
    )
  },
  { additionalProperties: false }
)
