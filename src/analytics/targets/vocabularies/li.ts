import {
  accountTypeOf,
  ageOf,
  ages,
  genderOf,
  hashtags,
  linkHosts,
  lowerCountries,
  lowerCountryOf,
  metroAreaOf,
  type Who
} from '../expressions.ts'
import { missing, text, texts } from '../make-target.ts'
import type { Target } from '../target.ts'

const words = { isTokenised: true } as const
const unread = { isTokenised: true, isAnalysable: false } as const

function memberTargets(prefix: string, who: Who, whose: string): Target[] {
  return [
    text(`${prefix}.age`, ageOf(who, ages.li), `Age of ${whose}: 18-24 to 55+, or unknown.`, {
      source: who,
      trait: 'birthyear'
    }),
    text(`${prefix}.gender`, genderOf(who), `Gender of ${whose}: male, female or unknown.`, {
      source: who,
      trait: 'gender'
    }),
    text(`${prefix}.country`, lowerCountryOf(who), `Country of ${whose}, in lower case.`, {
      isLowerCase: true,
      source: who,
      trait: 'place',
      params: lowerCountries
    }),
    text(
      `${prefix}.metro_area`,
      `lowerUTF8(${metroAreaOf(who)})`,
      `The large city that ${whose} lives near, in lower case.`,
      { isLowerCase: true, source: who, trait: 'place' }
    ),
    text(`${prefix}.type`, accountTypeOf(who), `What ${whose} is: person, organization or entertainment.`, {
      source: who,
      trait: 'account_type'
    }),
    ...unknownOfMembers.map(([name, summary]) => missing(`${prefix}.${name}`, 'texts', `${summary} of ${whose}`))
  ]
}

const unknownOfMembers = [
  ['employer_industry_names', 'Industries of the employers'],
  ['employer_industry_sectors', 'Sectors of the employers'],
  ['employer_company_sizes', 'Sizes of the employers'],
  ['seniorities', 'Seniority'],
  ['functions', 'Functions'],
  ['skills', 'Skills'],
  ['occupations', 'Occupations'],
  ['custom_segments', 'Segments'],
  ['degree_groups', 'Degrees'],
  ['field_groups', 'Fields of study'],
  ['education_statuses', 'Education'],
  ['minor_continents', 'Part of the continent']
] as const

function companyTargets(prefix: string, whose: string): Target[] {
  return [
    missing(`${prefix}.url`, 'text', `Page of ${whose}, where a company acts`, words),
    missing(`${prefix}.industry_sector`, 'text', `Sector of ${whose}, where a company acts`),
    missing(`${prefix}.size`, 'text', `Size of ${whose}, where a company acts`)
  ]
}

const author = 'the author'
const rootAuthor = 'the author whom it shares or answers'
const writer = 'the author of the article'

/** The names that LinkedIn's interactions had. */
export const liTargets: readonly Target[] = [
  text(
    'li.type',
    "if(post.kind = 'post', 'share', 'activity')",
    'share for a post, activity for what is done with one.'
  ),
  text(
    'li.subtype',
    "transform(post.kind, ['post', 'reply', 'retweet', 'quote'], ['share', 'activity|comment', 'activity|share', 'activity|share'], '')",
    'share, activity|comment or activity|share.'
  ),
  text(
    'li.activity.type',
    "transform(post.kind, ['reply', 'retweet', 'quote'], ['comment', 'share', 'share'], '')",
    'comment or share; missing for a post.'
  ),
  text('li.media_type', "if(empty(post.urls), 'post', 'article')", 'article with a link, post without one.'),
  text('li.content', 'post.text', 'What the post says.', unread),
  text('li.all.content', 'post.text', 'What the post says, and what it repeats.', unread),
  ...memberTargets('li.user.member', 'author', author),
  ...memberTargets('li.root.user.member', 'parent', rootAuthor),
  ...companyTargets('li.user.company', author),
  ...companyTargets('li.root.user.company', rootAuthor),
  missing('li.all.articles.title', 'texts', 'Titles of the linked pages', words),
  texts(
    'li.all.articles.summary',
    'if(empty(post.urls), [], [post.text])',
    'What a post with links says of them: the pages themselves are not in the corpus.',
    unread
  ),
  texts('li.all.articles.url', 'post.urls', 'Links as they are written, expanded where the source expands them.'),
  texts('li.all.articles.domain', linkHosts, 'Hosts of the links, without www.', { isLowerCase: true }),
  missing('li.all.articles.author.member.age', 'text', `Age of ${writer}`, { trait: 'birthyear' }),
  missing('li.all.articles.author.member.gender', 'text', `Gender of ${writer}`, { trait: 'gender' }),
  texts('li.all.hashtags', hashtags, 'Hashtags in lower case, without #.', { isLowerCase: true }),
  texts(
    'li.all.mentions.company_names',
    'mentioned.companies',
    'Names of organizations that it mentions, in lower case.',
    {
      isLowerCase: true,
      source: 'mentioned',
      trait: 'account_type'
    }
  ),
  texts('li.all.concepts.names', 'post.interests', 'What the text is about: the interests of the Execute API.', {
    trait: 'interests'
  }),
  texts('li.all.concepts.types', "if(empty(post.interests), [], ['interest'])", 'The kind of these: interest.', {
    trait: 'interests'
  })
]
