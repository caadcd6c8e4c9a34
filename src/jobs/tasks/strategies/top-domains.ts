import { contentTargets } from '../audiences/content.ts'
import { defineTopStrategy } from '../audiences/define-top-strategy.ts'

export default defineTopStrategy({
  name: 'top_domains',
  summary: 'Which sites an audience links to, and how much more often than others.',
  target: contentTargets.domain,
  rows: 'domains',
  key: 'domain'
})
