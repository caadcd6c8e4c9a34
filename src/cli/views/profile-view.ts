import { isObject, type JsonObject } from '../../json-object.ts'
import { formatShare } from '../text/figures.ts'
import { fit, pad, printable } from '../text/printable.ts'
import { countOf } from '../text/words.ts'
import { isShares, memberAt, textAt } from './result-shapes.ts'
import type { View } from './view.ts'

/** An enriched profile as a card: who, what was inferred with its confidence, and what the posts say. Empty lines are left out. */
export function profileView(profile: JsonObject, view: View): string[] {
  const handle = textAt(profile, 'handle')
  const head = [
    view.bold(printable(textAt(profile, 'name') || textAt(profile, 'id'))),
    handle && `@${printable(handle)}`
  ]
  const facts = [
    ['is', inferred(profile)],
    ['place', placeOf(profile)],
    ['says', fit(printable(textAt(profile, 'summary')), 90)],
    ['counts', countsOf(profile)],
    ['influence', outOf100(textAt(profile, 'enrichments', 'influence'))],
    ['languages', sharesOf(memberAt(profile, 'enrichments', 'psychographics', 'languages'))],
    ['interests', interestsOf(profile)],
    ['sentiment', sharesOf(memberAt(profile, 'enrichments', 'psychographics', 'sentiment'))],
    ['devices', sharesOf(memberAt(profile, 'posts', 'devices'))],
    ['hashtags', namesOf(memberAt(profile, 'posts', 'top_hashtags'), '#')],
    ['mentions', namesOf(memberAt(profile, 'posts', 'top_mentions'), '@')],
    ['links to', namesOf(memberAt(profile, 'posts', 'top_domains'), '')]
  ] as const
  return [
    `${head.filter(Boolean).join('  ')}  ${view.dim(textAt(profile, 'id'))}`,
    ...facts.filter(([, text]) => text !== '').map(([label, text]) => `  ${view.dim(pad(label, 9))}  ${text}`)
  ]
}

/** The account's type, gender and birth year, each with the confidence that its evidence gives it. */
function inferred(profile: JsonObject): string {
  const evidence = memberAt(profile, 'enrichments', '_evidence')
  const traits = [
    ['account_type', textAt(profile, 'enrichments', 'account_type')],
    ['gender', textAt(profile, 'enrichments', 'demographics', 'gender')],
    ['birthyear', textAt(profile, 'enrichments', 'demographics', 'birthyear')]
  ] as const
  return traits
    .filter(([, value]) => value !== '')
    .map(([trait, value]) => {
      const confidence = memberAt(evidence, trait, 'confidence')
      const word = trait === 'birthyear' ? `born ${value}` : value
      return typeof confidence === 'number' ? `${word} (${Math.round(confidence * 100)} % sure)` : word
    })
    .join(', ')
}

/** Shares of posts; without posts what the description is about. */
function interestsOf(profile: JsonObject): string {
  const psychographics = memberAt(profile, 'enrichments', 'psychographics')
  return sharesOf(memberAt(psychographics, 'interests')) || namesOf(memberAt(psychographics, 'top_interests'), '')
}

function outOf100(influence: string): string {
  return influence && `${influence} of 100`
}

function placeOf(profile: JsonObject): string {
  const place = memberAt(profile, 'enrichments', 'place')
  const parts = ['city', 'state', 'country'].map(part => printable(textAt(place, 'location', part)))
  const named = parts.filter((part, index) => part !== '' && parts.indexOf(part) === index)
  return named.join(', ') || printable(textAt(profile, 'location'))
}

function countsOf(profile: JsonObject): string {
  const counts = [
    ['follower', 'followers', memberAt(profile, 'twitter', 'followers_count')],
    ['followed', 'followed', memberAt(profile, 'twitter', 'friends_count')],
    ['post', 'posts', memberAt(profile, 'twitter', 'statuses_count')],
    ['post held', 'posts held', memberAt(profile, 'posts', 'count')]
  ] as const
  return counts
    .flatMap(([one, several, count]) => (typeof count === 'number' ? countOf(count, one, several) : []))
    .join(', ')
}

function sharesOf(value: unknown): string {
  if (!isShares(value)) return ''
  const sorted = Object.entries(value).sort(([, a], [, b]) => b - a)
  return sorted
    .slice(0, 4)
    .map(([name, share]) => `${printable(name)} ${formatShare(share)}`)
    .join(', ')
}

function namesOf(value: unknown, sign: string): string {
  if (!Array.isArray(value)) return ''
  const names = value.map(item => (isObject(item) ? textAt(item, 'displayName') || textAt(item, 'id') : String(item)))
  return names
    .slice(0, 6)
    .map(name => (name.includes(':') ? printable(name) : sign + printable(name).replace(/^[#@]/, '')))
    .join(' ')
}
