import {
  ageOf,
  ages,
  countries,
  countryCodeOf,
  countryOf,
  countryRegionOf,
  genderOf,
  hashtags,
  nativeId,
  ofParent,
  regionOf,
  textOfParent,
  type Who
} from '../expressions.ts'
import { identity, missing, text, texts } from '../make-target.ts'
import type { Target } from '../target.ts'

const words = { isTokenised: true } as const
const unread = { isTokenised: true, isAnalysable: false } as const
const whoseAuthor = { author: 'the author', parent: 'the author whom it shares or answers' } as const

function authorTargets(prefix: string, who: Who): Target[] {
  const whose = whoseAuthor[who]
  const inPlace = { source: who, trait: 'place', params: countries } as const
  return [
    text(`${prefix}.age`, ageOf(who, ages.fb), `Age of ${whose}: 18-24 to 65+, or unknown.`, {
      source: who,
      trait: 'birthyear'
    }),
    text(`${prefix}.gender`, genderOf(who), `Gender of ${whose}: male, female or unknown.`, {
      source: who,
      trait: 'gender'
    }),
    text(`${prefix}.country`, countryOf(who), `Name of the country of ${whose}.`, inPlace),
    text(`${prefix}.country_code`, countryCodeOf(who), `Its code, two capitals.`, { source: who, trait: 'place' }),
    text(`${prefix}.region`, regionOf(who), `State, province or the like of ${whose}.`, {
      source: who,
      trait: 'place'
    }),
    text(`${prefix}.country_region`, countryRegionOf(who), 'Country and region, joined by a pipe.', {
      ...inPlace,
      ...words
    }),
    text(
      `${prefix}.type`,
      `multiIf(${who}.id = '', '', ${who}.account_type = 'organization', 'page', 'user')`,
      `page for an organization, user for anybody else.`,
      { source: who, trait: 'account_type' }
    ),
    missing(`${prefix}.highest_education`, 'text', `Education of ${whose}`),
    missing(`${prefix}.relationship_status`, 'text', `Relationship of ${whose}`)
  ]
}

/** Columns of the post itself, or of what it shares. */
function contentTargets(
  prefix: string,
  whose: string,
  one: (column: string) => string,
  many: (column: string) => string
) {
  const topics = ['category', 'category_name'].map(name =>
    missing(`${prefix}.topics.${name}`, 'texts', `Categories of the topics of ${whose}`, words)
  )
  const about = ['website', 'about', 'company_overview'].map(name =>
    missing(`${prefix}.topics.${name}`, 'texts', `Facts of the topics of ${whose}`, unread)
  )
  return [
    text(`${prefix}.language`, one('post.language'), `The language of ${whose}, two letters.`, { trait: 'languages' }),
    text(`${prefix}.sentiment`, one('post.sentiment'), `positive, negative or neutral.`, { trait: 'sentiment' }),
    texts(`${prefix}.link`, many('post.urls'), `The links of ${whose}.`, words),
    texts(
      `${prefix}.topics.name`,
      many('post.interests'),
      `What ${whose} is about: the interests of the Execute API.`,
      {
        ...words,
        trait: 'interests'
      }
    ),
    ...topics,
    ...about,
    missing(`${prefix}.topic_ids`, 'texts', `Ids of the topics of ${whose}`),
    missing(`${prefix}.topic_graph`, 'texts', `Pairs of topics of ${whose}`, { isFilterable: false }),
    missing(`${prefix}.link_title`, 'texts', `Titles of the pages that ${whose} links to`, unread),
    ...['og_action_type', 'og_action_type_id', 'og_object_id'].map(name =>
      missing(`${prefix}.${name}`, 'text', `Open Graph of ${whose}`)
    ),
    missing(`${prefix}.og_object`, 'text', `Open Graph of ${whose}`, words)
  ]
}

const itself = (column: string) => `toString(${column})`
const kind = "multiIf(post.kind = 'retweet', 'reshare', notEmpty(post.urls), 'link', 'post')"

/** The names that Facebook's interactions had. */
export const fbTargets: readonly Target[] = [
  ...authorTargets('fb.author', 'author'),
  ...authorTargets('fb.parent.author', 'parent'),
  ...contentTargets('fb', 'the post', itself, column => column),
  ...contentTargets('fb.parent', 'what a retweet repeats', textOfParent, ofParent),
  text('fb.content', 'post.text', 'What the post says.', unread),
  text('fb.all.content', 'post.text', 'What the post says, and what it repeats.', unread),
  text('fb.parent.content', textOfParent('post.text'), 'What a retweet repeats.', unread),
  texts('fb.hashtags', hashtags, 'Hashtags in lower case, without #.', { isLowerCase: true }),
  texts('fb.parent.hashtags', ofParent(hashtags), 'Hashtags of what a retweet repeats.', { isLowerCase: true }),
  text('fb.media_type', kind, 'Kind of the content: reshare, link or post.'),
  text(
    'fb.parent.media_type',
    "if(post.kind = 'retweet', if(notEmpty(post.urls), 'link', 'post'), '')",
    'Kind of what a retweet repeats: link or post.'
  ),
  text(
    'fb.type',
    "transform(post.kind, ['post', 'reply', 'retweet', 'quote'], ['story', 'comment', 'reshare', 'reshare'], '')",
    'What is done: story, comment or reshare.'
  ),
  text('fb.public', "'true'", 'Whether everybody can read it: true, the corpus holds public posts.', {
    isAnalysable: false,
    isFilterable: false
  }),
  identity('fb.author.id', nativeId('post.author'), 'The network’s id of the author.', 'post')
]
