import { type Static, Type } from 'typebox'
import type { Confusion } from '../model/confusion.ts'
import { nativeIdOf, type ProfileId, serviceOf } from '../model/ids.ts'
import { Place, type ProfileResult } from '../model/profile-result.ts'
import { accountTypes, genders } from '../model/traits.ts'
import { parse } from '../parse.ts'
import type { EnrichedProfile } from './analyses/enriched-profiles.ts'
import type { PostHabits } from './analyses/post-habits.ts'
import { correctShares } from './correct-shares.ts'
import { roundTo } from './round-to.ts'
import type { ShowAccount } from './show-accounts.ts'

type Profile = Static<typeof ProfileResult>

type How = {
  readonly show: ShowAccount
  /** Of the model that said the posts' sentiment. */
  readonly sentimentConfusion: Confusion
  /** Interests that are not said of a single account. */
  readonly unsaidInterests: ReadonlySet<string>
}

/**
 * A published Profile from what the corpus knows: nothing is null, what nobody knows is left out. Of a protected account only
 * the profile is shown, as its page does: posts that the corpus holds from before, and what they tell, are its own affair.
 */
export function composeProfile(profile: EnrichedProfile, habits: PostHabits | undefined, how: How): Profile {
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
      enrichments: filled(enrichmentsOf(profile, publicHabits, how)),
      posts: publicHabits && postsOf(publicHabits, how.show)
    })
  }
}

function enrichmentsOf(profile: EnrichedProfile, habits: PostHabits | undefined, how: How) {
  if (profile.is_enriched === 0) return known({ psychographics: psychographicsOf(profile, habits, how) })
  const evidence = evidenceOf(profile.evidence)
  return known({
    account_type: oneOf(accountTypes, profile.account_type),
    spam: profile.spam === 1 || isMarked(habits, 'spam_posts'),
    adult: profile.adult === 1 || isMarked(habits, 'adult_posts'),
    // Where the counts said nothing, 0 is no judgement.
    influence: profile.influence > 0 || evidence.influence ? profile.influence : undefined,
    interestingness: habits ? habits.interestingness : profile.interestingness,
    timestamp: time(profile.enriched_at),
    version: text(profile.model_version),
    demographics: filled(known({ birthyear: profile.birthyear || undefined, gender: oneOf(genders, profile.gender) })),
    psychographics: psychographicsOf(profile, habits, how),
    place: profile.place === '' ? undefined : parse(Place, JSON.parse(profile.place)),
    vcard: vcardOf(profile),
    _evidence: filled(evidence)
  })
}

function oneOf<Word extends string>(words: readonly Word[], word: string): Word | undefined {
  return words.find(known => known === word)
}

/** A fifth of five posts or more: the same rule stands in analyses/follower-posting.ts. */
function isMarked(habits: PostHabits | undefined, count: 'spam_posts' | 'adult_posts'): boolean {
  return habits !== undefined && habits.posts >= 5 && habits[count] * 5 >= habits.posts
}

function vcardOf(profile: EnrichedProfile) {
  const { given_name, family_name, honorific_prefix } = profile
  if (!given_name && !family_name && !honorific_prefix) return undefined
  return {
    name: known({
      given_name: text(given_name),
      family_name: text(family_name),
      fn: text(profile.name),
      honorific_prefix: text(honorific_prefix)
    })
  }
}

function psychographicsOf(profile: EnrichedProfile, habits: PostHabits | undefined, how: How) {
  const languages = habits && sharesOf(habits.values.language, habits.with_language)
  const ofPosts = (habits?.values.interest ?? []).filter(({ value }) => !how.unsaidInterests.has(value))
  const ofBio = profile.interests.filter(interest => !how.unsaidInterests.has(interest))
  const recurring = ofPosts.filter(({ posts }) => posts >= 2).map(({ value }) => value)
  const topInterests = [...new Set([...recurring, ...ofBio])].slice(0, 20)
  return filled(
    known({
      interests: habits && sharesOf(ofPosts, habits.posts),
      languages,
      sentiment: habits && sentimentOf(habits, how.sentimentConfusion),
      top_interests: topInterests.length > 0 ? topInterests : undefined,
      top_languages: languages && Object.keys(languages)
    })
  )
}

// A handful of posts must not look like a settled mood.
const priorPosts = 10

/** Shares of the posts whose sentiment is known, corrected by how the model errs. */
function sentimentOf(habits: PostHabits, confusion: Confusion) {
  if (habits.with_sentiment === 0) return undefined
  const counts = confusion.classes.map(
    value => habits.values.sentiment.find(found => found.value === value)?.posts ?? 0
  )
  const { shares } = correctShares({ counts, prior: priorPosts }, confusion)
  return Object.fromEntries(confusion.classes.map((value, at) => [value, roundTo(shares[at] ?? 0, 6)]))
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
