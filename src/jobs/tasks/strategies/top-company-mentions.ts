import { contentTargets } from '../audiences/content.ts'
import { defineTopStrategy } from '../audiences/define-top-strategy.ts'

export default defineTopStrategy({
  name: 'top_company_mentions',
  summary: 'Which companies an audience mentions, and how much more often than others.',
  target: contentTargets.company,
  rows: 'company_mentions',
  key: 'company'
})
