/** What is inferred of a person, with how sure that is (0–1) and what it rests on. */
export type Evidence = {
  readonly trait: string
  readonly value: string
  readonly confidence: number
  readonly from: string
}

/** What enrichment says of a profile by itself. An empty text = not said. */
export type ProfileTraits = {
  /** 0–100; formula in enrichment/traits/influence.ts. */
  readonly influence: number
  readonly givenName: string
  readonly familyName: string
  readonly honorificPrefix: string
  readonly nameConfidence: number
  readonly evidence: readonly Evidence[]
}

export const devices = ['desktop', 'tablet', 'mobile', 'automated', 'unknown'] as const
export type Device = (typeof devices)[number]

export const operatingSystems = ['ios', 'android', 'windows', 'mac', 'blackberry', 'unknown'] as const
export type OperatingSystem = (typeof operatingSystems)[number]

/** What enrichment says of one post. An empty text = not said. */
export type PostTraits = {
  /** ISO 639-1 where there is one. */
  readonly language: string
  readonly device: string
  readonly os: string
  /** Host names of its links, without `www.`. */
  readonly domains: readonly string[]
}
