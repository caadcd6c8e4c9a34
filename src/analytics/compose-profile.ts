import { type Static, Type } from 'typebox'
import { nativeIdOf, type ProfileId, serviceOf } from '../model/ids.ts'
import type { ProfileResult } from '../model/profile-result.ts'
import { parse } from '../parse.ts'
import type { EnrichedProfile } from './analyses/enriched-profiles.ts'
import type { PostHabits } from './analyses/post-habits.ts'
import { roundTo } from './round-to.ts'
import type { ShowAccount } from './show-accounts.ts'

type Profile = Static<typeof ProfileResult>

/**
 * A published Profile from what the corpus knows: nothing is null, what nobody knows is left out. Of a protected account only
 * the profile is shown, as its page does: posts that the corpus holds from before, and what they tell, are its own affair.
 */
export function composeProfile(profile: EnrichedProfile, habits: PostHabits | undefined, show: ShowAccount): Profile {
  const id = profile.id as ProfileId // The warehouse holds ids that the importers checked.
  const publicHabits = profile.protected === 1 ? undefined : habits
  const twitter = known({
    favourites_count: count(profile.favourites),
    followers_count: count(profile.followers),
    friends_count: count(profile.friends),
    listed_count: count(profile.listed),
    statuses_count: count(profile.statuses),
    verified: flag(profile.verified)
  })
  return {
    id,
    type: 'profile',
    service_id: nativeIdOf(id),
    provider: { id: serviceOf(id) },
    ...known({
      name: text(profile.name),
      handle: text(profile.handle),
      summary: text(profile.summary),
      location: text(profile.location),
      lang: text(profile.lang),
      url: text(profile.url),
      image: profile.image ? { url: profile.image } : undefined,
      published: time(profile.published),
      protected: flag(profile.protected),
      twitter: filled(twitter),
      enrichments: filled(enrichmentsOf(profile, publicHabits)),
      posts: publicHabits && postsOf(publicHabits, show)
    })
  }
}

function enrichmentsOf(profile: EnrichedProfile, habits: PostHabits | undefined) {
  const languages = habits && sharesOf(habits.values.language, habits.with_language)
  const name = known({
    given_name: text(profile.given_name),
    family_name: text(profile.family_name),
    fn: text(profile.name),
    honorific_prefix: text(profile.honorific_prefix)
  })
  const isEnriched = profile.is_enriched === 1
  const evidence = evidenceOf(profile.evidence)
  return known({
    // Where the counts said nothing, 0 is no judgement.
    influence: isEnriched && (profile.influence > 0 || evidence.influence) ? profile.influence : undefined,
    timestamp: isEnriched ? time(profile.enriched_at) : undefined,
    version: isEnriched ? text(profile.model_version) : undefined,
    psychographics: languages && { languages, top_languages: Object.keys(languages) },
    vcard: name.given_name || name.family_name || name.honorific_prefix ? { name } : undefined,
    _evidence: filled(evidence)
  })
}

const StoredEvidence = Type.Array(
  Type.Object({ trait: Type.String(), value: Type.String(), confidence: Type.Number(), from: Type.String() })
)

function evidenceOf(stored: string): NonNullable<NonNullable<Profile['enrichments']>['_evidence']> {
  const evidence = stored === '' ? [] : parse(StoredEvidence, JSON.parse(stored))
  return Object.fromEntries(evidence.map(({ trait, ...rest }) => [trait, rest]))
}

function postsOf(habits: PostHabits, show: ShowAccount): Profile['posts'] {
  const { values } = habits
  return {
    count: habits.posts,
    ...known({
      devices: sharesOf(values.device, habits.with_device),
      os: sharesOf(values.os, habits.with_os),
      activity: activityOf(habits)
    }),
    top_domains: values.domain.map(({ value }) => value),
    top_hashtags: values.hashtag.map(({ value }) => value),
    top_mentions: topMentions(values.mention, show)
  }
}

/** Handles where known, else ids; an account met under its id and under its handle stands once. */
function topMentions(mentions: readonly { value: string }[], show: ShowAccount): string[] {
  return [...new Set(mentions.map(({ value }) => show(value).handle ?? value))]
}

const dayMs = 86_400_000

// Posts a day over the days between first and last known post: one post alone says nothing about a pace.
function activityOf({ posts, first_post_at, last_post_at }: PostHabits) {
  const days = Math.max(1, (last_post_at - first_post_at) / dayMs)
  return filled(
    known({
      first_post: time(first_post_at),
      last_post: time(last_post_at),
      posts_per_day: posts > 1 ? roundTo(posts / days, 4) : undefined
    })
  )
}

function sharesOf(values: readonly { value: string; posts: number }[], total: number) {
  return filled(Object.fromEntries(values.map(({ value, posts }) => [value, roundTo(posts / total, 6)])))
}

/** Without the members that are undefined. */
function known<Members extends object>(
  members: Members
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never // Same names.
}

function filled<Members extends object>(members: Members): Members | undefined {
  return Object.keys(members).length > 0 ? members : undefined
}

const text = (value: string) => value || undefined
const count = (value: number) => (value >= 0 ? value : undefined)
const flag = (value: number) => (value >= 0 ? value === 1 : undefined)
const time = (ms: number) => (ms > 0 ? new Date(ms).toISOString() : undefined)
