import { countryNames } from '../../model/countries.ts'
import type { SqlParams } from '../../store/warehouse.ts'

/** SQL that several vocabularies share. `who` is the alias of the account that it is about. */
export type Who = 'author' | 'parent'

// Where nobody is shared or answered there is no second account to be unknown.
const ifAny = (who: Who, known: string) => (who === 'author' ? known : `if(post.ref_author = '', '', ${known})`)

export const genderOf = (who: Who) => ifAny(who, `if(${who}.gender = '', 'unknown', toString(${who}.gender))`)

/** In years when the post was written, in buckets that begin at the given ages; younger ones are unknown. */
export function ageOf(who: Who, from: readonly number[]): string {
  const years = `toYear(fromUnixTimestamp64Milli(post.created_at, 'UTC')) - ${who}.birthyear`
  const buckets = from.map((age, at) => {
    const next = from[at + 1]
    return next === undefined ? `'${age}+'` : `'${age}-${next - 1}'`
  })
  return ifAny(
    who,
    `transform(roundDown(if(${who}.birthyear = 0, 0, ${years}), [0, ${from.join(', ')}]), [${from.join(', ')}], [${buckets.join(', ')}], 'unknown')`
  )
}

/** The ages that each network tells apart. */
export const ages = { fb: [18, 25, 35, 45, 55, 65], li: [18, 25, 35, 55] } as const

export const countryCodeOf = (who: Who) => `toString(${who}.country)`

export const countryOf = (who: Who) =>
  `transform(toString(${who}.country), {t_country_codes:Array(String)}, {t_country_names:Array(String)}, '')`

export const countries: SqlParams = {
  t_country_codes: [...countryNames.keys()],
  t_country_names: [...countryNames.values()]
}

export const lowerCountryOf = (who: Who) =>
  `transform(toString(${who}.country), {t_country_codes:Array(String)}, {t_country_lower_names:Array(String)}, '')`

export const lowerCountries: SqlParams = {
  t_country_codes: [...countryNames.keys()],
  t_country_lower_names: [...countryNames.values()].map(name => name.toLowerCase())
}

export const regionOf = (who: Who) => `JSONExtractString(${who}.place, 'location', 'state')`

/** Country and region, joined by a pipe; missing without a region. */
export const countryRegionOf = (who: Who) =>
  `if(${regionOf(who)} = '', '', concat(${countryOf(who)}, '|', ${regionOf(who)}))`

export const metroAreaOf = (who: Who) => `toString(${who}.global_metro_area)`

export const accountTypeOf = (who: Who) => `toString(${who}.account_type)`

/** What stands behind `service:`. */
export const nativeId = (column: string) => `substring(${column}, position(${column}, ':') + 1)`

/** A count that -1 stands for when the source did not say. */
export const count = (column: string) => `if(${column} < 0, nan, toFloat64(${column}))`

// A profile that is not there reads as 0 in every column; one that is has an id.
export const ofProfile = (column: string, value: string) =>
  `if(profile.id = '' OR profile.${column} < 0, nan, toFloat64(${value}))`

export const profileCount = (column: string) => ofProfile(column, `profile.${column}`)

export const unixSeconds = (column: string) => `if(${column} < 0, nan, toFloat64(intDiv(${column}, 1000)))`

export const coordinates = '(post.latitude, post.longitude)'

/** However a hashtag is written, it is one. */
export const hashtags = 'arrayMap(tag -> lowerUTF8(tag), post.hashtags)'

/** Where the links lead, as they are written: unlike the trait, it keeps shorteners and the network itself. */
export const linkHosts = "arrayFilter(host -> host != '', arrayMap(url -> domainWithoutWWW(lowerUTF8(url)), post.urls))"

/** A column's list in a retweet, whose content is all its parent's; otherwise empty. */
export const ofParent = (column: string) => `if(post.kind = 'retweet', ${column}, [])`

export const textOfParent = (column: string) => `if(post.kind = 'retweet', toString(${column}), '')`
