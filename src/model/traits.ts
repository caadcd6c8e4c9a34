/** What is inferred of a person, with how sure that is (0–1) and what it rests on. */
export type Evidence = {
  readonly trait: string
  readonly value: string
  readonly confidence: number
  readonly from: string
}

/** Everything that enrichment can say, by the name under which an operator switches it off; see model/trait-members.ts. */
export const traitNames = [
  'account_type',
  'adult',
  'birthyear',
  'devices',
  'domains',
  'gender',
  'influence',
  'interestingness',
  'interests',
  'languages',
  'name',
  'place',
  'sentiment',
  'spam'
] as const
export type TraitName = (typeof traitNames)[number]

/** What an operator lets be said. */
export type TraitSettings = {
  readonly off: readonly TraitName[]
  /** Whether interests in politics, religion and health care may stand in the profile of a single person. */
  readonly sensitiveInterests: boolean
  /** Whether a year of birth is guessed from a first name where none is stated. */
  readonly birthyearFromName: boolean
}

export const accountTypes = ['person', 'organization', 'entertainment'] as const
export const genders = ['male', 'female'] as const
export const sentiments = ['positive', 'negative', 'neutral'] as const

/** What enrichment says of a profile by itself. An empty text, 0 for a year, and an empty list = not said. */
export type ProfileTraits = {
  readonly accountType: string
  readonly gender: string
  readonly birthyear: number
  /** The place as results publish it, as JSON (model/place.ts). */
  readonly place: string
  /** What aggregates count of it: codes of country and continent, names of metro areas. */
  readonly country: string
  readonly continent: string
  readonly globalMetroArea: string
  readonly usMetroArea: string
  readonly givenName: string
  readonly familyName: string
  readonly honorificPrefix: string
  readonly nameConfidence: number
  /** What the description is about. */
  readonly interests: readonly string[]
  readonly spam: boolean
  readonly adult: boolean
  /** 0–100; formula in enrichment/traits/influence.ts. */
  readonly influence: number
  /** 0–1; formula in enrichment/interestingness. */
  readonly interestingness: number
  readonly evidence: readonly Evidence[]
}

export const devices = ['desktop', 'tablet', 'mobile', 'automated', 'unknown'] as const
export type Device = (typeof devices)[number]

export const operatingSystems = ['ios', 'android', 'windows', 'mac', 'blackberry', 'unknown'] as const
export type OperatingSystem = (typeof operatingSystems)[number]

/** What enrichment says of one post. An empty text and an empty list = not said. */
export type PostTraits = {
  /** ISO 639-1 where there is one. */
  readonly language: string
  readonly device: string
  readonly os: string
  /** Host names of its links, without `www.`. */
  readonly domains: readonly string[]
  readonly sentiment: string
  readonly interests: readonly string[]
  readonly spam: boolean
  readonly adult: boolean
  readonly interestingness: number
}

/** A profile of which nothing is said. */
export const noProfileTraits: ProfileTraits = {
  accountType: '',
  gender: '',
  birthyear: 0,
  place: '',
  country: '',
  continent: '',
  globalMetroArea: '',
  usMetroArea: '',
  givenName: '',
  familyName: '',
  honorificPrefix: '',
  nameConfidence: 0,
  interests: [],
  spam: false,
  adult: false,
  influence: 0,
  interestingness: 0,
  evidence: []
}

/** A post of which nothing is said. */
export const noPostTraits: PostTraits = {
  language: '',
  device: '',
  os: '',
  domains: [],
  sentiment: '',
  interests: [],
  spam: false,
  adult: false,
  interestingness: 0
}
