import { type TProperties, Type } from 'typebox'

/** Who an item of a ranking is; what the corpus does not know is left out. */
export const accountFields = {
  id: Type.String(),
  displayName: Type.Optional(Type.String()),
  handle: Type.Optional(Type.String()),
  image: Type.Optional(Type.String()),
  summary: Type.Optional(Type.String())
}

/** Rank counts from 1; the score is what the ranking is ordered by. */
const rankFields = { rank: Type.Integer({ minimum: 1 }), score: Type.Number() }

/** A ranking whose items carry the given fields beside who they are; `totalItems` counts all candidates, `items` is cut at a limit. */
export function rankingOf<Fields extends TProperties>(fields: Fields) {
  return Type.Object(
    {
      ...rankingFields,
      items: Type.Array(
        Type.Object({ ...accountFields, ...rankFields, ...fields }, { additionalProperties: false, title: 'Ranked' })
      )
    },
    { additionalProperties: false }
  )
}

const rankingFields = {
  id: Type.Optional(Type.String()),
  displayName: Type.Optional(Type.String()),
  rank: Type.Optional(Type.Integer({ minimum: 1 })),
  score: Type.Optional(Type.Number()),
  totalItems: Type.Integer({ minimum: 0 })
}

/** Any ranking: what its items carry beside rank and score depends on the job. */
export const Ranking = Type.Object(
  { ...rankingFields, items: Type.Array(Type.Object({ ...accountFields, ...rankFields })) },
  { additionalProperties: false }
)

export const RankingOfRankings = Type.Object(
  { ...rankingFields, items: Type.Array(Ranking) },
  { additionalProperties: false }
)

/** The people that a report is about, as the corpus knows them: at most the 1,000 of a request. */
export const Audience = Type.Object(
  {
    totalItems: Type.Integer({ minimum: 0 }),
    items: Type.Array(
      Type.Object(
        {
          id: accountFields.id,
          displayName: accountFields.displayName,
          handle: accountFields.handle,
          image: accountFields.image
        },
        { additionalProperties: false }
      )
    )
  },
  { additionalProperties: false }
)
