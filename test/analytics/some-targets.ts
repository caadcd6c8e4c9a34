import type { Target, Targets } from '../../src/analytics/targets/target.ts'

const common = { summary: 'For tests.', isTokenised: false, isAnalysable: true, isFilterable: true } as const

const all: readonly Target[] = [
  { ...common, name: 'post.hashtags', type: 'texts', source: 'post', expression: 'post.hashtags' },
  { ...common, name: 'post.language', type: 'text', source: 'post', expression: 'post.language' },
  {
    ...common,
    name: 'post.retweets',
    type: 'number',
    source: 'post',
    expression: 'if(post.retweets < 0, nan, post.retweets)'
  },
  {
    ...common,
    name: 'author.gender',
    type: 'text',
    source: 'author',
    expression: `if(author.gender = '', 'unknown', author.gender)`
  },
  { ...common, name: 'author.country', type: 'text', source: 'author', expression: 'author.country' },
  { ...common, name: 'author.id', type: 'text', source: 'post', expression: 'post.author', isAnalysable: false }
]

/** A few targets of each kind. */
export const someTargets: Targets = { all, find: name => all.find(target => target.name === name.toLowerCase()) }
