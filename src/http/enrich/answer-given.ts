import type { Enricher } from '../../enrichment/enrich.ts'
import { isObject, type JsonObject } from '../../json-object.ts'
import { membersOfTraits, withoutMembers } from '../../model/trait-members.ts'
import type { PostTraits, ProfileTraits } from '../../model/traits.ts'
import { givenPost } from './given-post.ts'
import { givenProfile } from './given-profile.ts'

export const givenKinds = ['profile', 'post'] as const
export type GivenKind = (typeof givenKinds)[number]

/** What enrichment says of what a caller gives; `invalid` when it gives nothing to read. */
type AnswerGiven = (given: unknown) => { readonly result: JsonObject } | { readonly invalid: string }

/** Enriches profiles, or posts, of the Enrich API: the answer is what was given, with a member `peoplepattern`. */
export function answerGiven(kind: GivenKind, enricher: Enricher, now: () => number): AnswerGiven {
  const invalid = `No valid fields provided for ${kind} content`
  const members = membersOfTraits(enricher.off)
  const enrich = kind === 'profile' ? enrichProfile : enrichPost
  return given => {
    if (!isObject(given)) return { invalid }
    const said = enrich(given, enricher, now())
    if (!said) return { invalid }
    const predicted = withoutMembers(said, members)
    return { result: { ...given, peoplepattern: { ...predicted, _meta: metaOf(predicted, enricher) } } }
  }
}

function enrichProfile(given: JsonObject, enricher: Enricher, now: number): JsonObject | undefined {
  const profile = givenProfile(given, now)
  if (!profile) return undefined
  const traits = enricher.profile(profile)
  return {
    ...(traits.accountType && { account_type: traits.accountType }),
    spam: traits.spam,
    adult: traits.adult,
    ...vcardOf(given, traits, profile.name),
    demographics: {
      ...(traits.birthyear > 0 && { birthyear: traits.birthyear }),
      ...(traits.gender && { gender: traits.gender })
    },
    ...(traits.place && { place: JSON.parse(traits.place) as JsonObject }),
    extended_demographics: {},
    interestingness: traits.interestingness
  }
}

/** Here the parts of a name are hyphenated. An address is shown only where the caller gave it as one. */
function vcardOf(given: JsonObject, { givenName, familyName }: ProfileTraits, name: string | null) {
  const parts = {
    ...(givenName && { 'given-name': givenName }),
    ...(familyName && { 'family-name': familyName })
  }
  const email = [given.email].flat().filter(address => typeof address === 'string')
  const isNamed = Object.keys(parts).length > 0
  return { vcard: { ...(isNamed && { name: { ...parts, ...(name && { fn: name }) } }), email } }
}

function enrichPost(given: JsonObject, enricher: Enricher, now: number): JsonObject | undefined {
  const post = givenPost(given, now)
  if (!post) return undefined
  const traits: PostTraits = enricher.post(post)
  return {
    interests: traits.interests,
    languages: traits.language ? [traits.language] : [],
    ...(traits.sentiment && { sentiment: traits.sentiment }),
    interestingness: traits.interestingness
  }
}

/** Which of the fields say something, and which models said it. */
function metaOf(predicted: JsonObject, { version }: Enricher) {
  const says = (value: unknown) => !isObject(value) || Object.values(value).some(part => !isEmpty(part))
  const fields = Object.entries(predicted).filter(([, value]) => !isEmpty(value) && says(value))
  return { source: 'demograph', model_version: version, predict_fields: fields.map(([name]) => name) }
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0
