import type { ProfileReading } from '../reading.ts'
import { hasWordOf } from '../text/read-text.ts'
import { enterWordList } from '../text/word-lists.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Occupations of the stage and the screen, in the main European languages. */
const occupations = enterWordList(
  words(`
  actor actress band singer rapper comedian comedienne musician singer-songwriter songwriter dj emcee vocalist guitarist drummer
  bassist pianist violinist saxophonist magician illusionist choreographer ballerina entertainer boyband girlband duo trio quartet
  orchestra ensemble supergroup acteur actrice chanteur chanteuse musicien musicienne humoriste comédien comédienne groupe
  schauspieler schauspielerin sänger sängerin musiker musikerin komiker komikerin kabarettist kabarettistin cantante cantautor
  cantautora músico música actriz humorista comediante banda cantor cantora ator atriz attore attrice comico comica cantautore
  cantautrice musicista zangeres zanger acteurs cabaretier`),
  { inHashtags: true }
)

/** A student or a lover of something is not in the trade. */
const amateurs = enterWordList(
  words(`
  aspiring wannabe student fan fans stan lover teacher retired former ex fanpage fanclub love loves fan-account parody mom dad mum
  wife husband engineer developer professor`)
)

const hostsOfArtists =
  /(?:^|\.)(?:spotify|spoti\.fi|bandcamp|soundcloud|reverbnation|imdb|bandsintown|songkick|beatport|audiomack|mixcloud|hearthis|smarturl|lnk\.to|ffm\.to|fanlink|itunes\.apple|music\.apple|apple\.co|tunecore|cdbaby|distrokid|deezer|tidal)\b/i
const contact =
  /\b(?:bookings?|management|mgmt|mgt|press|pr|agent|agency|contrataciones|contratación|contatti)\s*(?:inquiries|enquiries|contact|info|@)?\s*(?:[:@→-]|➡)|\b(?:for|4)\s+bookings?\b|\bbookings?\s*@/iu
const release =
  /\b(?:(?:new|debut|latest|first)\s+(?:single|album|ep|mixtape|video|film|movie|special)|(?:single|album|ep|mixtape)\s+(?:out|available|dropping)\b|out now|on tour|tour dates|now streaming|official (?:page|twitter|account))/i

const largeAudience = 50_000

/**
 * What speaks for an artist's account, at most one sign of a kind: `occupation` in the name or the bio, `booking_contact`,
 * `audience` (verified, or many followers), `artist_link`, `release`. An account is entertainment with an occupation and another sign;
 * without an occupation the list is empty.
 */
export function signsOfEntertainment({ name, summary, profile }: ProfileReading): readonly string[] {
  if (!hasWordOf(occupations, name) && !hasWordOf(occupations, summary)) return []
  if (hasWordOf(amateurs, summary)) return []
  const signs = ['occupation']
  if (contact.test(summary.text)) signs.push('booking_contact')
  if (profile.verified === true || (profile.followers ?? 0) >= largeAudience) signs.push('audience')
  // A link alone is what amateurs have too.
  if (hostsOfArtists.test(profile.url ?? '') && release.test(summary.text)) signs.push('artist_link')
  return signs
}
