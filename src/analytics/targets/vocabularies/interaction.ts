import {
  accountTypeOf,
  ageOf,
  ages,
  coordinates,
  countries,
  countryCodeOf,
  countryOf,
  genderOf,
  hashtags,
  metroAreaOf,
  nativeId,
  regionOf,
  unixSeconds
} from '../expressions.ts'
import { identity, missing, number, point, text, texts } from '../make-target.ts'
import type { Target } from '../target.ts'

const person = { source: 'author' } as const

/** What every network's interactions have. */
export const interactionTargets: readonly Target[] = [
  text('interaction.id', 'post.id', 'The id of the post, with its network.', {
    isAnalysable: false,
    isFilterable: false
  }),
  text('interaction.type', "substringIndex(post.author, ':', 1)", 'The network.'),
  text(
    'interaction.subtype',
    "transform(post.kind, ['post', 'reply', 'retweet', 'quote'], ['story', 'comment', 'reshare', 'reshare'], '')",
    'What is done: story, comment or reshare.'
  ),
  text('interaction.content', 'post.text', 'What the post says.', { isTokenised: true, isAnalysable: false }),
  text('interaction.raw_content', 'post.text', 'The same: texts are kept as they came.', {
    isTokenised: true,
    isAnalysable: false
  }),
  text(
    'interaction.media_type',
    "multiIf(post.kind = 'retweet', 'reshare', notEmpty(post.urls), 'link', 'post')",
    'Kind of the content: reshare, link or post.'
  ),
  number('interaction.created_at', unixSeconds('post.created_at'), 'When it was written, unix seconds.', {
    isFilterable: false
  }),
  number('interaction.received_at', unixSeconds('post.observed_at'), 'When it was read, unix seconds.', {
    isFilterable: false
  }),
  number(
    'interaction.sample',
    '(cityHash64(post.id) % 1000000) / 10000',
    'A number from 0 to 100 that a post always has: `< 10` keeps a tenth of all posts.',
    { isFilterable: false }
  ),
  text('interaction.source', 'toString(post.client)', 'The client that sent the post.'),
  text('interaction.device', 'toString(post.device)', 'The kind of device it was sent from.', { trait: 'devices' }),
  text('interaction.os', 'toString(post.os)', 'The operating system it was sent from.', { trait: 'devices' }),
  text('interaction.language', 'toString(post.language)', 'The language of the text, two letters.', {
    trait: 'languages'
  }),
  text('interaction.sentiment', 'toString(post.sentiment)', 'positive, negative or neutral.', { trait: 'sentiment' }),
  texts('interaction.hashtags', hashtags, 'Hashtags in lower case, without #.', { isLowerCase: true }),
  texts('interaction.mentions', 'mentioned.handles', 'Handles of the accounts that it mentions.', {
    source: 'mentioned'
  }),
  texts('interaction.ml.categories', 'post.interests', 'What the text is about: the interests of the Execute API.', {
    trait: 'interests'
  }),
  texts('interaction.interests', 'post.interests', 'The same.', { trait: 'interests' }),
  point('interaction.geo', coordinates, 'Where it was sent from.'),
  identity('interaction.author.id', nativeId('post.author'), 'The network’s id of the author.', 'post'),
  identity('interaction.author.username', 'profile.handle', 'The author’s handle.'),
  identity('interaction.author.name', 'profile.name', 'The author’s name.'),
  identity('interaction.author.link', 'profile.url', 'The address that the author’s profile gives.'),
  text('interaction.author.language', 'toString(profile.lang)', 'The language of the author’s profile.', {
    source: 'profile'
  }),
  text('interaction.author.location', 'profile.location', 'The place that the profile names, as it is written.', {
    source: 'profile',
    isTokenised: true
  }),
  text('interaction.author.type', accountTypeOf('author'), 'person, organization or entertainment.', {
    ...person,
    trait: 'account_type'
  }),
  text('interaction.author.gender', genderOf('author'), 'male, female or unknown.', { ...person, trait: 'gender' }),
  text('interaction.author.age', ageOf('author', ages.fb), 'Age when it was written: 18-24 to 65+, or unknown.', {
    ...person,
    trait: 'birthyear'
  }),
  text('interaction.author.country', countryOf('author'), 'Name of the author’s country.', {
    ...person,
    trait: 'place',
    params: countries
  }),
  text('interaction.author.country_code', countryCodeOf('author'), 'Code of the author’s country, two capitals.', {
    ...person,
    trait: 'place'
  }),
  text('interaction.author.region', regionOf('author'), 'The author’s state, province or the like.', {
    ...person,
    trait: 'place'
  }),
  text('interaction.author.metro_area', metroAreaOf('author'), 'The large city that the author lives near.', {
    ...person,
    trait: 'place'
  }),
  texts('interaction.author.interests', 'author.interests', 'What the author’s description is about.', {
    ...person,
    trait: 'interests'
  }),
  texts(
    'interaction.tags',
    "arrayFilter((name, path) -> path = '', tags.names, tags.paths)",
    'Plain tags that the recording’s rules gave it.',
    { source: 'tags' }
  ),
  missing('interaction.title', 'text', 'Title of the content', { isTokenised: true, isAnalysable: false })
]
