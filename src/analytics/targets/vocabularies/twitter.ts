import {
  accountTypeOf,
  ageOf,
  ages,
  coordinates,
  count,
  countries,
  countryCodeOf,
  countryOf,
  genderOf,
  hashtags,
  linkHosts,
  metroAreaOf,
  nativeId,
  ofProfile,
  profileCount,
  regionOf,
  textOfParent,
  unixSeconds
} from '../expressions.ts'
import { identity, number, point, text, texts } from '../make-target.ts'
import type { Target } from '../target.ts'

const profile = { source: 'profile' } as const
const person = { source: 'author' } as const

/** The names that Twitter's interactions had. */
export const twitterTargets: readonly Target[] = [
  text('twitter.id', nativeId('post.id'), 'The network’s id of the post.', {
    isAnalysable: false,
    isFilterable: false
  }),
  text('twitter.text', 'post.text', 'What the post says.', { isTokenised: true, isAnalysable: false }),
  text('twitter.type', 'toString(post.kind)', 'post, retweet, quote or reply.'),
  text('twitter.lang', 'toString(post.lang)', 'The language that the network gives.'),
  text('twitter.source', 'toString(post.client)', 'The client that sent the post.'),
  texts('twitter.hashtags', hashtags, 'Hashtags in lower case, without #.', { isLowerCase: true }),
  texts('twitter.links', 'post.urls', 'Links as they are written, expanded where the source expands them.'),
  texts('twitter.domains', linkHosts, 'Hosts of the links, without www.', { isLowerCase: true }),
  texts('twitter.mentions', 'mentioned.handles', 'Handles of the accounts that it mentions.', { source: 'mentioned' }),
  number('twitter.created_at', unixSeconds('post.created_at'), 'When it was written, unix seconds.', {
    isFilterable: false
  }),
  number('twitter.retweet.count', count('post.retweets'), 'How often it is retweeted.'),
  number('twitter.favorite_count', count('post.favorites'), 'How many people like it.'),
  text('twitter.retweet.text', textOfParent('post.text'), 'The text of a retweet.', {
    isTokenised: true,
    isAnalysable: false
  }),
  text('twitter.place.full_name', 'post.place', 'The place that it was sent from.', { isTokenised: true }),
  point('twitter.geo', coordinates, 'Where it was sent from.'),
  identity('twitter.user.id', nativeId('post.author'), 'The network’s id of the author.', 'post'),
  identity('twitter.user.screen_name', 'profile.handle', 'The author’s handle.'),
  identity('twitter.user.name', 'profile.name', 'The author’s name.'),
  identity('twitter.user.url', 'profile.url', 'The address that the profile gives.'),
  identity('twitter.user.profile_image_url', 'profile.image', 'The address of the author’s picture.'),
  text('twitter.user.description', 'profile.summary', 'How the author describes themselves.', {
    ...profile,
    isTokenised: true,
    isAnalysable: false
  }),
  text('twitter.user.location', 'profile.location', 'The place that the profile names, as it is written.', {
    ...profile,
    isTokenised: true
  }),
  text('twitter.user.lang', 'toString(profile.lang)', 'The language of the author’s profile.', profile),
  text('twitter.user.time_zone', 'toString(profile.time_zone)', 'The time zone of the author’s profile.', profile),
  number('twitter.user.followers_count', profileCount('followers'), 'How many follow the author.', profile),
  number('twitter.user.friends_count', profileCount('friends'), 'How many the author follows.', profile),
  number('twitter.user.statuses_count', profileCount('statuses'), 'How many posts the author has.', profile),
  number('twitter.user.listed_count', profileCount('listed'), 'How many lists name the author.', profile),
  number('twitter.user.favourites_count', profileCount('favourites'), 'How many posts the author likes.', profile),
  number(
    'twitter.user.created_at',
    ofProfile('published', 'intDiv(profile.published, 1000)'),
    'When the account was opened.',
    {
      ...profile,
      isFilterable: false
    }
  ),
  number('twitter.user.verified', profileCount('verified'), '1 for a verified account, 0 for another.', profile),
  text('twitter.user.type', accountTypeOf('author'), 'person, organization or entertainment.', {
    ...person,
    trait: 'account_type'
  }),
  text('twitter.user.gender', genderOf('author'), 'male, female or unknown.', { ...person, trait: 'gender' }),
  text('twitter.user.age', ageOf('author', ages.fb), 'Age when it was written: 18-24 to 65+, or unknown.', {
    ...person,
    trait: 'birthyear'
  }),
  text('twitter.user.country', countryOf('author'), 'Name of the author’s country.', {
    ...person,
    trait: 'place',
    params: countries
  }),
  text('twitter.user.country_code', countryCodeOf('author'), 'Code of the author’s country, two capitals.', {
    ...person,
    trait: 'place'
  }),
  text('twitter.user.region', regionOf('author'), 'The author’s state, province or the like.', {
    ...person,
    trait: 'place'
  }),
  text('twitter.user.metro_area', metroAreaOf('author'), 'The large city that the author lives near.', {
    ...person,
    trait: 'place'
  }),
  texts('twitter.user.interests', 'author.interests', 'What the author’s description is about.', {
    ...person,
    trait: 'interests'
  })
]
