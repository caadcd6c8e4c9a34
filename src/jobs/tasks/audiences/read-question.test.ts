import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planStrategy } from '../../../../test/jobs/run-strategy.ts'
import { loadTargets } from '../../../analytics/targets/targets.ts'
import { InvalidRequest } from '../../../errors.ts'
import { loadStrategies, readStrategy } from '../load-strategies.ts'

/** What is wrong with a question, sentence by sentence. */
function wrongs(ask: () => unknown): readonly string[] {
  try {
    ask()
  } catch (error) {
    if (error instanceof InvalidRequest) return error.errors
    throw error
  }
  return []
}

const wrongUrls = (parameters: unknown) => wrongs(() => planStrategy('top_urls', parameters))
const wrongTerms = (parameters: unknown) => wrongs(() => planStrategy('top_terms', parameters))
const asked = { audience: { countries: ['united states'] }, comparison_audience: 'global' }

test('the six strategies are there, in version 1', async () => {
  const strategies = await loadStrategies()
  assert.deepEqual(
    [...strategies.values()].map(({ name, version }) => [name, version]),
    ['audience_breakdown', 'top_company_mentions', 'top_concepts', 'top_domains', 'top_terms', 'top_urls'].map(name => [
      name,
      1
    ])
  )
})

test('a task names its strategy, its version and its parameters', async () => {
  const strategies = await loadStrategies()
  const known = { service: 'twitter', targets: loadTargets([]) } as const
  const wrong = (parameters: unknown) => wrongs(() => readStrategy(strategies, parameters, known))
  const names = 'audience_breakdown,top_company_mentions,top_concepts,top_domains,top_terms,top_urls'
  assert.deepEqual(wrong({}), [`Missing param 'strategy'`])
  assert.deepEqual(wrong(null), [`Missing param 'strategy'`])
  assert.deepEqual(wrong({ strategy: 'top_cats' }), [`strategy is invalid; valid values are: ${names}`])
  assert.deepEqual(wrong({ strategy: 7 }), [`strategy is invalid; valid values are: ${names}`])
  assert.deepEqual(wrong({ strategy: 'constructor' }), [`strategy is invalid; valid values are: ${names}`])
  assert.deepEqual(wrong({ strategy: 'top_urls', version: 2, parameters: asked }), [
    'version is invalid; valid values are: 1'
  ])
  assert.deepEqual(wrong({ strategy: 'top_urls', version: 1 }), [`Missing param 'parameters'`])
  // One client repeats the type of the task here, another leaves the version out.
  assert.deepEqual(wrong({ type: 'strategy', strategy: 'top_urls', version: 1, parameters: asked }), [])
  assert.deepEqual(wrong({ strategy: 'top_urls', parameters: asked }), [])
})

test('what is wrong with the parameters is said in one answer', () => {
  for (const wrong of [wrongUrls, wrongTerms]) assert.deepEqual(wrong([]), ['parameters must be an object'])
  assert.deepEqual(wrongUrls({ period: 29, sort_by: 'url', topics: {} }), [
    'parameters takes no "topics"; it takes: audience,keywords,concepts,comparison_audience,period,sort_by,groups',
    `Missing param 'comparison_audience'`,
    'The period parameter must be an integer from 1 to 28',
    'sort_by is invalid; valid values are: engagement_ratio,unique_authors,interactions'
  ])
  assert.deepEqual(wrongUrls({ comparison_audience: 'global', period: 7 }), [
    'top_urls needs at least one of audience,keywords,concepts, or groups'
  ])
  for (const period of [0, 1.5, '7', [], true])
    assert.deepEqual(wrongUrls({ ...asked, period }), ['The period parameter must be an integer from 1 to 28'])
  assert.deepEqual(wrongUrls({ ...asked, comparison_audience: 'local' }), [
    'comparison_audience must be "global" or an object of dimensions and their segments'
  ])
  assert.deepEqual(wrongUrls({ ...asked, comparison_audience: 5 }), ['comparison_audience must be an object'])
})

test('an audience names dimensions by either name, and segments as the reference data has them', () => {
  const wrongAudience = (audience: unknown) => wrongUrls({ ...asked, audience })
  assert.deepEqual(wrongAudience({ country: 'france', seniorities: ['vp', 'cxo'], metro_area: ['oslo'] }), [])
  assert.deepEqual(wrongAudience({ countries: ['France'] }), [
    '"France" is not one of the countries; the reference set countries lists them as they are written'
  ])
  assert.deepEqual(wrongAudience({ country: ['france'], countries: ['spain'] }), [
    'audience names countries twice; put all its segments into one list'
  ])
  assert.deepEqual(wrongAudience({}), ['audience must name at least one dimension'])
  assert.deepEqual(wrongAudience({ countries: [] }), [
    'audience.countries must be a list of 1 to 100 countries, each of 1 to 200 characters'
  ])
  assert.deepEqual(wrongAudience({ industries: [7] }), [
    'audience.industries must be a list of 1 to 100 industries, each of 1 to 200 characters'
  ])
  assert.deepEqual(wrongAudience({ industries: ['a\0b'] }), [
    'audience.industries must be a list of 1 to 100 industries, each of 1 to 200 characters'
  ])
  const [sentence = ''] = wrongAudience({ shoe_sizes: ['43'] })
  assert.match(sentence, /^audience names "shoe_sizes"; the dimensions are: functions,seniorities,/)
})

test('a dimension whose trait is switched off is none', () => {
  const [sentence = ''] = wrongs(() => planStrategy('top_urls', asked, { off: ['place'] }))
  assert.match(sentence, /^audience names "countries"; the dimensions are: (?!.*countries)/)
})

test('keywords and concepts are lists under any, all and none', () => {
  const wrongWords = (keywords: unknown) => wrongUrls({ keywords, comparison_audience: 'global' })
  assert.deepEqual(wrongWords({ any: ['cloud'], all: [], none: null }), [])
  assert.deepEqual(wrongWords({ any: 'cloud' }), [])
  assert.deepEqual(wrongWords('cloud'), ['keywords must be an object'])
  assert.deepEqual(wrongWords({}), ['keywords must name words or phrases under any, all or none'])
  assert.deepEqual(wrongWords({ some: ['cloud'] }), ['keywords takes no "some"; it takes: any,all,none'])
  const sentence = 'keywords.any must be a list of 1 to 100 words or phrases, each of 1 to 200 characters'
  for (const any of [['  '], ['a'.repeat(201)], [null], {}, 7, ['\ud800'], Array(101).fill('cloud')])
    assert.deepEqual(wrongWords({ any }), [sentence])
})

test('groups are custom ones, or the top of one dimension', () => {
  const wrongGroups = (groups: unknown) => wrongUrls({ groups, comparison_audience: 'global' })
  assert.deepEqual(wrongGroups({ top: { seniorities: 3 } }), [])
  assert.deepEqual(wrongGroups({ custom: { One: { keywords: { any: ['cloud'] } } } }), [])
  assert.deepEqual(wrongGroups({}), ['groups must have either custom or top'])
  assert.deepEqual(wrongGroups({ custom: {}, top: {} }), ['groups must have either custom or top'])
  assert.deepEqual(wrongGroups({ custom: {} }), ['groups.custom must name from 1 to 20 groups'])
  assert.deepEqual(wrongGroups({ custom: { One: {} } }), [
    'groups.custom."One" must have at least one of audience,keywords,concepts'
  ])
  assert.deepEqual(wrongGroups({ custom: { ' ': { keywords: { any: ['cloud'] } } } }), [
    'The name of a group must be a text of 1 to 200 characters'
  ])
  assert.deepEqual(wrongGroups({ custom: { One: { audience: { countries: ['nowhere'] } } } }), [
    '"nowhere" is not one of the countries; the reference set countries lists them as they are written'
  ])
  assert.deepEqual(wrongGroups({ top: { countries: 2, genders: 2 } }), [
    'groups.top must name one dimension, and how many of its segments'
  ])
  assert.deepEqual(wrongGroups({ top: { countries: 21 } }), [
    'The groups.top.countries parameter must be an integer from 1 to 20'
  ])
})

test('audience_breakdown takes one to five dimensions', () => {
  const wrongDimensions = (dimensions: unknown) =>
    wrongs(() => planStrategy('audience_breakdown', { keywords: { any: ['cloud'] }, dimensions }))
  assert.deepEqual(wrongDimensions(['occupations', 'functions']), [])
  const sentence = 'dimensions must be a list of 1 to 5 dimensions'
  for (const dimensions of [[], 'countries', {}, ['age', 'age', 'age', 'age', 'age', 'age']])
    assert.deepEqual(wrongDimensions(dimensions), [sentence])
  assert.deepEqual(wrongDimensions(['age', 'ages']), ['dimensions must name each dimension once'])
  const [unknown = ''] = wrongDimensions([7])
  assert.match(unknown, /^dimensions names a value that is no text; the dimensions are: functions,/)
})

test('top_terms takes one to ten topics, and at most 200 terms', () => {
  const topic = { any: ['cloud'] }
  assert.deepEqual(wrongTerms({ topics: { tech: topic } }), [])
  assert.deepEqual(wrongTerms({}), [`Missing param 'topics'`])
  assert.deepEqual(wrongTerms({ topics: [topic] }), ['topics must be an object'])
  assert.deepEqual(wrongTerms({ topics: {} }), ['topics must name from 1 to 10 topics'])
  const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`t${at}`, topic]))
  assert.deepEqual(wrongTerms({ topics: eleven }), ['topics must name from 1 to 10 topics'])
  assert.deepEqual(wrongTerms({ topics: { tech: { none: ['cloud'] } } }), [
    'topics."tech" must have words or phrases under any or all: those under none are not counted'
  ])
  assert.deepEqual(wrongTerms({ topics: { tech: topic }, sort_by: 'engagement_ratio' }), [
    'sort_by is invalid; valid values are: unique_authors,interactions'
  ])
  assert.deepEqual(wrongTerms({ topics: { tech: topic }, comparison_audience: 'global' }), [
    'parameters takes no "comparison_audience"; it takes: audience,keywords,concepts,period,sort_by,topics'
  ])
  const words = (from: number) => Array.from({ length: 100 }, (_, at) => `word${from + at}`)
  const many = { one: { any: words(0), all: words(100) }, two: { any: ['more'] } }
  assert.deepEqual(wrongTerms({ topics: many }), [
    'topics must have at most 200 words and phrases under any and all, together'
  ])
})
