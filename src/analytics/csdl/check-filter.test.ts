import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCsdl, parseQueryFilter } from '../../languages/csdl/parse-csdl.ts'
import { loadTargets } from '../targets/targets.ts'
import { checkQueryFilter, checkRecordingFilter } from './check-filter.ts'

const targets = loadTargets([])
const queried = (csdl: string) => checkQueryFilter(parseQueryFilter(csdl), targets)
const at = (position: number) => `We are unable to parse this stream. At line 1 position ${position} `

test('a target that is not there is told with its place and the names near it', () => {
  assert.throws(() => checkRecordingFilter(parseCsdl('interaction.contend exists'), targets), {
    message: `${at(20)}interaction.contend is not a target. Near it are: interaction.content, interaction.mentions, interaction.raw_content.`
  })
})

test('a name as long as a text is told by its beginning', () => {
  assert.throws(
    () => queried(`${'x'.repeat(500_000)} exists`),
    (error: Error) => error.message.length < 400
  )
})

test('an operator suits the type of its target', () => {
  assert.throws(() => queried('twitter.retweet.count contains "3"'), {
    message: `${at(22)}twitter.retweet.count is a number: it has no contains.`
  })
  assert.throws(() => queried('twitter.retweet.count == "3"'), {
    message: `${at(22)}twitter.retweet.count is a number: write the value of == without quotes.`
  })
})

test('the filter of an analysis is a part of the language', () => {
  queried('links.url contains "youtube" and links.normalized_url contains_any "bbc, cnn"')
  queried(
    'li.all.articles.title contains_any "a, b" and not li.user.member.country in "france, peru" or li.type wildcard "sh*"'
  )
  const refused = {
    'interaction.content cs contains "A"': 'there is cs: a query filter has none.',
    'interaction.content substr "a"': 'there is substr: a query filter has none.',
    'interaction.geo geo_radius "1,2:3"': 'there is geo_radius: a query filter has none.',
    'li.type contains "share"':
      'li.type is matched whole: in a query filter it has ==, !=, in and wildcard, not contains.',
    'li.type wildcard "*are"':
      'in a query filter the items of wildcard are letters and numbers with * and ?, and begin with neither.',
    'twitter.user.screen_name == "x"':
      'twitter.user.screen_name cannot be used in a query filter: only the filter of a recording may name it.'
  }
  for (const [csdl, sentence] of Object.entries(refused)) {
    assert.throws(() => queried(csdl), { message: `${at(csdl.indexOf(' ') + 1)}${sentence}` })
  }
  assert.throws(() => queried(`not stream "${'0'.repeat(32)}"`), {
    message: `${at(5)}there is stream: it includes a filter, and a query filter has none.`
  })
  assert.throws(() => queried(Array.from({ length: 31 }, () => 'li.type exists').join(' or ')), {
    message: 'A query filter has at most 30 conditions.'
  })
  const items = Array.from({ length: 101 }, (_, item) => item).join(',')
  assert.throws(() => queried(`li.type in "${items}"`), /a list of a query filter has at most 100/)
})
