import { placeOfClient } from '../src/enrichment/traits/posting-client.ts'
import { jsonLines, percent } from './labelled-data.ts'

// How many posts come from clients whose device is known, by source: node bench/client-coverage.ts [folder of the data]

type SamplePost = { client: string | null; origin: string }

const posts = jsonLines<SamplePost>('sample-corpus/posts.jsonl.gz').filter(post => post.client !== null)

function report(title: string, some: readonly SamplePost[]) {
  const clients = new Set(some.map(post => post.client))
  const known = some.filter(post => placeOfClient(post.client ?? '').device !== 'unknown')
  console.log(
    `${title}: ${some.length} posts from ${clients.size} clients, device known for ${percent(known.length, some.length)}`
  )
}

report('sample corpus', posts)
for (const origin of new Set(posts.map(post => post.origin)))
  report(
    `  ${origin}`,
    posts.filter(post => post.origin === origin)
  )
