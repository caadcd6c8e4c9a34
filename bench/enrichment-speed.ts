import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createEnricher } from '../src/enrichment/enrich.ts'
import { demoPosts, demoProfiles } from './demo-corpus.ts'
import { type Figure, inMs, median, printFigures } from './figures.ts'

// How many profiles one core enriches in a second, without posts and with 20 each, what the models cost in memory and at the
// start: npm run bench -- enrichment-speed. Over the bundled corpus, whose posts are longer than most.

const rounds = 40 // Code is compiled well after some tens of thousands of profiles, which an import soon has behind it.
const postsAProfile = 20

/** Items a second in the best of the rounds: others may use the machine. */
function rateOf(count: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return (count / best) * 1000
}

const profiles = demoProfiles()
const posts = demoPosts()
const enricher = createEnricher()

const alone = rateOf(profiles.length, () => {
  for (const { item } of profiles) enricher.profile(item)
})
const parsed = rateOf(profiles.length, () => {
  for (const { json } of profiles) JSON.parse(json)
})
let next = 0
const withPosts = rateOf(200, () => {
  for (const { item } of profiles.slice(0, 200)) {
    enricher.profile(item)
    for (let post = 0; post < postsAProfile; post++)
      enricher.post((posts[next++ % posts.length] as (typeof posts)[0]).item)
  }
})
const unlabelled = rateOf(posts.length, () => {
  for (const { item } of posts) enricher.post({ ...item, lang: null })
})

/** What a fresh process pays, as the program starts: it keeps compiled code from one start to the next. */
function openModels(isFirst: boolean): { readonly ms: number; readonly bytes: number } {
  const environment = isFirst ? { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } : process.env
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('open-models.ts', import.meta.url))], {
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return JSON.parse(stdout) // Our own script wrote it.
}

const starts = 7
const first = openModels(true)
openModels(false) // Fills the cache.
const later = Array.from({ length: starts }, () => openModels(false))
const startMs = median(later.map(({ ms }) => ms))
const memory = median(later.map(({ bytes }) => bytes))

const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')}/s`
const figures: Figure[] = [
  {
    what: 'profiles without posts, one core',
    value: perSecond(alone),
    beside: `${(parsed / alone).toFixed(1)} × parsing their JSON; at least 20,000/s`,
    reached: alone >= 20_000
  },
  {
    what: `profiles with ${postsAProfile} posts each, one core`,
    value: perSecond(withPosts),
    beside: 'at least 1,200/s',
    reached: withPosts >= 1_200
  },
  { what: 'posts without a language label, one core', value: perSecond(unlabelled), beside: '' },
  {
    what: `opening all models, median of ${starts} fresh processes`,
    value: inMs(startMs),
    beside: 'under 300 ms',
    reached: startMs < 300
  },
  { what: 'the same before any code was compiled: the first start', value: inMs(first.ms), beside: '' },
  {
    what: 'memory of all models',
    value: `${Math.round(memory / 1e6)} MB`,
    beside: 'under 120 MB',
    reached: memory < 120e6
  }
]
printFigures('Enrichment', figures)
