import { type TProperties, Type } from 'typebox'
import { Share } from '../../model/figures.ts'
import { interests } from '../../model/interests.ts'
import { Place } from '../../model/profile-result.ts'
import { accountTypes, genders, sentiments } from '../../model/traits.ts'

const optional = <Fields extends TProperties>(fields: Fields) => Type.Partial(Type.Object(fields))

const Meta = Type.Object({
  source: Type.String(),
  model_version: Type.String(),
  predict_fields: Type.Array(Type.String(), { description: 'The fields that say something.' })
})

const ProfileTraits = Type.Object({
  account_type: Type.Optional(Type.Enum([...accountTypes])),
  spam: Type.Optional(Type.Boolean()),
  adult: Type.Optional(Type.Boolean()),
  vcard: Type.Optional(
    Type.Object({
      name: Type.Optional(optional({ 'given-name': Type.String(), 'family-name': Type.String(), fn: Type.String() })),
      email: Type.Array(Type.String())
    })
  ),
  demographics: optional({ birthyear: Type.Integer(), gender: Type.Enum([...genders]) }),
  place: Type.Optional(Place),
  extended_demographics: Type.Object({}),
  interestingness: Type.Optional(Share),
  _meta: Meta
})

const PostTraits = Type.Object({
  interests: Type.Optional(Type.Array(Type.Enum([...interests]))),
  languages: Type.Optional(Type.Array(Type.String())),
  sentiment: Type.Optional(Type.Enum([...sentiments])),
  interestingness: Type.Optional(Share),
  _meta: Meta
})

/** What was sent, and what is said of it. */
export const EnrichedProfile = Type.Object(
  { peoplepattern: ProfileTraits },
  { description: 'What was sent, enriched.' }
)
export const EnrichedPost = Type.Object({ peoplepattern: PostTraits }, { description: 'What was sent, enriched.' })

/** One item of a list. */
export const EnrichedItem = Type.Union([
  Type.Object({
    status: Type.Literal('success'),
    code: Type.Literal(200),
    result: Type.Union([EnrichedProfile, EnrichedPost])
  }),
  Type.Object({
    status: Type.Literal('error'),
    code: Type.Literal(400),
    error: Type.Object({ input: Type.Unknown(), message: Type.String() })
  })
])
