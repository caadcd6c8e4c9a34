import { type TProperties, Type } from 'typebox'
import { Count, Share } from './figures.ts'
import { interests } from './interests.ts'
import { devices, operatingSystems } from './traits.ts'

const Time = Type.String({ description: 'ISO 8601, UTC' })
const TopList = Type.Array(Type.String(), { maxItems: 20 })

/** Share of posts by value. */
const Shares = Type.Record(Type.String(), Share)

function sharesOf(values: readonly string[]) {
  return Type.Partial(closed(Object.fromEntries(values.map(value => [value, Share]))))
}

const optional = <Fields extends TProperties>(fields: Fields) =>
  Type.Partial(Type.Object(fields), { additionalProperties: false })

const closed = <Fields extends TProperties>(fields: Fields) => Type.Object(fields, { additionalProperties: false })

/** A place as a profile shows it. */
export const Place = optional({
  type: Type.Enum(['City', 'State', 'Province', 'Country']),
  name: Type.String(),
  city: Type.Boolean(),
  state: Type.Boolean(),
  province: Type.Boolean(),
  country: Type.Boolean(),
  geo_name_id: Type.Integer(),
  global_metro_area: Type.String(),
  location: optional({
    city: Type.String(),
    state: Type.String(),
    state_abbreviation: Type.String(),
    country: Type.String(),
    country_code: Type.String(),
    continent: Type.String(),
    time_zone: Type.String(),
    utc_offset: Type.String(),
    metro_area: Type.String(),
    dma: Type.String(),
    population: Type.Integer(),
    language: Type.String(),
    place_type: Type.Enum(['City', 'State', 'Province', 'Country']),
    coordinates: closed({ latitude: Type.Number(), longitude: Type.Number() })
  })
})

const Enrichments = optional({
  account_type: Type.Enum(['person', 'organization', 'entertainment']),
  spam: Type.Boolean(),
  adult: Type.Boolean(),
  influence: Type.Number({ minimum: 0, maximum: 100 }),
  interestingness: Share,
  timestamp: Time,
  version: Type.String(),
  demographics: optional({ birthyear: Type.Integer(), gender: Type.Enum(['male', 'female']) }),
  psychographics: optional({
    interests: sharesOf(interests),
    languages: Shares,
    sentiment: sharesOf(['positive', 'negative', 'neutral']),
    top_interests: TopList,
    top_languages: TopList
  }),
  place: Place,
  vcard: optional({
    name: optional({
      given_name: Type.String(),
      family_name: Type.String(),
      fn: Type.String(),
      honorific_prefix: Type.String()
    }),
    org: Type.String(),
    role: Type.String()
  }),
  _evidence: Type.Record(Type.String(), closed({ value: Type.String(), confidence: Share, from: Type.String() }), {
    description: 'By inferred trait: the value, how sure it is, and what it rests on.'
  })
})

const Posts = closed({
  count: Count,
  devices: Type.Optional(sharesOf(devices)),
  os: Type.Optional(sharesOf(operatingSystems)),
  top_domains: TopList,
  top_hashtags: TopList,
  top_mentions: TopList,
  activity: Type.Optional(optional({ first_post: Time, last_post: Time, posts_per_day: Type.Number({ minimum: 0 }) }))
})

/** An enriched profile. What nobody said and nothing could infer is left out, never null. */
export const ProfileResult = closed({
  id: Type.String(),
  type: Type.Literal('profile'),
  name: Type.Optional(Type.String()),
  handle: Type.Optional(Type.String()),
  summary: Type.Optional(Type.String()),
  location: Type.Optional(Type.String()),
  lang: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
  image: Type.Optional(closed({ url: Type.String() })),
  published: Type.Optional(Time),
  service_id: Type.String(),
  provider: closed({ id: Type.String() }),
  protected: Type.Optional(Type.Boolean()),
  twitter: Type.Optional(
    optional({
      favourites_count: Type.Integer(),
      followers_count: Type.Integer(),
      friends_count: Type.Integer(),
      listed_count: Type.Integer(),
      statuses_count: Type.Integer(),
      verified: Type.Boolean()
    })
  ),
  enrichments: Type.Optional(Enrichments),
  posts: Type.Optional(Posts)
})
