import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { engines, testDatabase } from '../../../test/support/databases.ts'
import { populate, world } from '../../../test/support/world.ts'
import { noPrivacy, type Privacy } from '../../analytics/privacy.ts'
import { loadTargets } from '../../analytics/targets/targets.ts'
import { NotFound } from '../../errors.ts'
import type { TraitName } from '../../model/traits.ts'
import { raiseCorpusRevision } from '../../store/corpus-revision.ts'
import { serviceSpans } from '../../store/service-spans.ts'
import { frequentValues } from './frequent-values.ts'
import { createReference } from './reference.ts'

const [sqlite] = engines

async function referenceWorld(t: TestContext, how: { privacy?: Privacy; off?: readonly TraitName[] } = {}) {
  assert.ok(sqlite)
  const { privacy = noPrivacy, off = [] } = how
  const targets = loadTargets(off)
  const database = await testDatabase(t, sqlite)
  const warehouse = await world(t, {
    profiles: [
      { id: 'ann', globalMetroArea: 'Oslo' },
      { id: 'bob', globalMetroArea: 'Oslo' },
      { id: 'cat', globalMetroArea: 'Lima' }
    ],
    posts: ['ann', 'bob', 'cat'].map(author => ({ author }))
  })
  const spans = serviceSpans(database, warehouse)
  const sources = { targets, frequentValues: frequentValues({ database, warehouse, spans, targets, privacy }) }
  return { database, warehouse, reference: createReference(sources) }
}

test('LinkedIn has its sixteen reference sets, in the order of the original', async t => {
  const { reference } = await referenceWorld(t)
  const sets = reference.sets('linkedin')
  assert.equal(
    sets.map(({ slug }) => slug).join(' '),
    '/functions /seniorities /sectors /company_sizes /field_names /degree_groups /countries /genders /ages /minor_continents /field_groups /custom_segments /education_statuses /industries /demographic_values /occupations'
  )
  assert.deepEqual(sets[0], { name: 'Functions', slug: '/functions', description: '' })
  assert.deepEqual(sets[3], { name: 'Company Sizes', slug: '/company_sizes', description: '' })
})

test('other networks have the dimensions that are known of their members', async t => {
  const names = async (off: readonly TraitName[]) =>
    (await referenceWorld(t, { off })).reference.sets('twitter').map(({ slug }) => slug.slice(1))
  const all = ['countries', 'genders', 'ages', 'metro_areas', 'account_types', 'interests', 'languages']
  assert.deepEqual(await names([]), [...all, 'demographic_values'])
  assert.deepEqual(await names(['gender', 'interests']), [
    ...all.filter(name => name !== 'genders' && name !== 'interests'),
    'demographic_values'
  ])
})

test('fixed sets are values in lower case with their titles', async t => {
  const { reference } = await referenceWorld(t)
  assert.deepEqual(await reference.values('linkedin', 'ages'), {
    count: 5,
    values: [
      { title: '18-24', value: '18-24' },
      { title: '25-34', value: '25-34' },
      { title: '35-54', value: '35-54' },
      { title: '55+', value: '55+' },
      { title: 'Unknown', value: 'unknown' }
    ]
  })
  const seniorities = await reference.values('linkedin', '/seniorities')
  assert.deepEqual(
    seniorities.values.map(({ title }) => title).join(' '),
    'CXO Director Entry Manager Owner Partner Senior Training Unpaid VP'
  )
  const functions = await reference.values('linkedin', 'functions/')
  assert.deepEqual([functions.count, functions.values[2]], [26, { title: 'Arts and Design', value: 'arts and design' }])
  const countries = await reference.values('twitter', 'countries')
  assert.ok(countries.values.some(({ title, value }) => title === "Côte d'Ivoire" && value === "côte d'ivoire"))
  assert.equal(countries.count, countries.values.length)
  assert.deepEqual(await reference.values('linkedin', 'field_names'), { count: 0, values: [] })
})

test('what only the data knows is told when enough people share it, anew after an import', async t => {
  const privacy = { minAuthors: 2, minTotal: 2, roundTo: 2, jitterKey: '' }
  const { reference, database, warehouse } = await referenceWorld(t, { privacy })
  const oslo = { title: 'oslo', value: 'oslo' }
  assert.deepEqual(await reference.values('twitter', 'metro_areas'), { count: 1, values: [oslo] })
  assert.deepEqual(await reference.values('mastodon', 'metro_areas'), { count: 0, values: [] })

  await populate(warehouse, { profiles: [{ id: 'dan', globalMetroArea: 'Lima' }], posts: [{ author: 'dan' }] }, 2)
  assert.deepEqual(await reference.values('twitter', 'metro_areas'), { count: 1, values: [oslo] })
  await raiseCorpusRevision(database.db)
  assert.deepEqual(await reference.values('twitter', 'metro_areas'), {
    count: 2,
    values: [{ title: 'lima', value: 'lima' }, oslo]
  })
})

test('the values of all sets are one set', async t => {
  const { reference } = await referenceWorld(t)
  const { values } = await reference.values('linkedin', 'demographic_values')
  const found = (wanted: string) => values.filter(({ value }) => value === wanted).length
  assert.deepEqual(['vp', 'high-tech', 'norway', '55+', 'oslo'].map(found), [1, 1, 1, 1, 0])
})

test('a set that is not there is not found', async t => {
  const { reference } = await referenceWorld(t)
  await assert.rejects(reference.values('twitter', 'seniorities'), NotFound)
  await assert.rejects(reference.values('twitter', 'constructor'), {
    message:
      'There is no reference set "constructor"; there are: countries,genders,ages,metro_areas,account_types,interests,languages,demographic_values'
  })
})
