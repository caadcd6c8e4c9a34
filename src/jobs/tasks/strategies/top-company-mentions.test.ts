import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runStrategy } from '../../../../test/jobs/run-strategy.ts'
import { idOf, world } from '../../../../test/support/world.ts'

const mention = (name: string) => ({ id: idOf(name), handle: null })

test('top_company_mentions ranks the organizations that an audience mentions, and no persons', async t => {
  const warehouse = await world(t, {
    profiles: [
      { id: 'ann', country: 'US' },
      { id: 'dan', country: 'GB' },
      { id: 'acme', name: 'Acme Bakery', accountType: 'organization' },
      { id: 'gus', name: 'Gus', accountType: 'person' }
    ],
    posts: [
      { author: 'ann', mentions: [mention('acme'), mention('gus')] },
      { author: 'ann', mentions: [mention('acme')] },
      { author: 'dan', text: 'mentions nobody' }
    ]
  })
  const { result, totalSteps } = await runStrategy(warehouse, 'top_company_mentions', {
    audience: { countries: ['united states'] },
    comparison_audience: 'global'
  })
  assert.deepEqual(result, {
    redacted: false,
    interactions: 2,
    unique_authors: 1,
    company_mentions: [{ company: 'acme bakery', interactions: 2, unique_authors: 1, engagement_ratio: 2 }]
  })
  assert.equal(totalSteps, 3)
})

test('without the trait of account types no organization is known', async t => {
  const question = { audience: { gender: ['female'] }, comparison_audience: 'global' }
  await assert.rejects(runStrategy(await world(t), 'top_company_mentions', question, { off: ['account_type'] }), {
    message:
      'top_company_mentions rests on the target li.all.mentions.company_names, which is switched off on this server'
  })
})
