import { contentTargets } from '../audiences/content.ts'
import { defineTopStrategy } from '../audiences/define-top-strategy.ts'

export default defineTopStrategy({
  name: 'top_urls',
  summary: 'Which links an audience engages with, and how much more often than others.',
  target: contentTargets.url,
  rows: 'urls',
  key: 'url'
})
