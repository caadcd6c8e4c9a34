// What a process of its own pays for the traits before it has said anything: prints the milliseconds until five profiles and five
// posts are enriched, and the bytes of memory. enrichment-speed.ts runs it.
import { keepCompiledCode } from '../src/keep-compiled.js'
import { demoPosts, demoProfiles } from './demo-corpus.ts'

const profiles = demoProfiles()
const posts = demoPosts()

const memoryBefore = process.memoryUsage.rss()
const startedAt = performance.now()
keepCompiledCode()
const { createEnricher } = await import('../src/enrichment/enrich.ts')
const enricher = createEnricher()
for (const { item } of profiles.slice(0, 5)) enricher.profile(item)
for (const { item } of posts.slice(0, 5)) enricher.post({ ...item, lang: null })
const ms = performance.now() - startedAt
console.log(JSON.stringify({ ms, bytes: process.memoryUsage.rss() - memoryBefore }))
