export const placeTypes = ['City', 'State', 'Province', 'Country'] as const
export type PlaceType = (typeof placeTypes)[number]

/** A place as results publish it: a city, a state, or a country, as narrow as what was said allows; see docs/methods.md. */
export type ResolvedPlace = {
  readonly type: PlaceType
  readonly name: string
  /** Which level it is: one of the four is true, the others are left out. */
  readonly city?: boolean
  readonly state?: boolean
  readonly province?: boolean
  readonly country?: boolean
  readonly geo_name_id: number
  /** Name of the large city whose surroundings it is in: of the largest city of 300,000 people and more within 50 km. */
  readonly global_metro_area?: string
  readonly location: PlaceLocation
}

export type PlaceLocation = {
  readonly city?: string
  readonly state?: string
  /** As in addresses; the United States, Canada, Australia, and Brazil. */
  readonly state_abbreviation?: string
  readonly country: string
  readonly country_code: string
  readonly continent: string
  /** Left out where a state or a country has several. */
  readonly time_zone?: string
  /** Seconds east of Greenwich, outside daylight saving time. */
  readonly utc_offset?: string
  /** Title of the core-based statistical area, in the United States. */
  readonly metro_area?: string
  readonly population?: number
  readonly place_type: PlaceType
  readonly coordinates?: { readonly latitude: number; readonly longitude: number }
}
