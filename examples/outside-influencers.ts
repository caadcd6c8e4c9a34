// Whom an audience follows far more than everybody else does: fetch only, no client library.
// Run: DEMOGRAPH_TOKEN=… node examples/outside-influencers.ts twitter:48289662 twitter:20536157 …
import { setTimeout } from 'node:timers/promises'

const url = process.env.DEMOGRAPH_URL ?? 'http://127.0.0.1:8080'
const headers = { Authorization: `Bearer ${process.env.DEMOGRAPH_TOKEN}`, 'Content-Type': 'application/json' }

type Ranked = { rank: number; id: string; displayName?: string; followers_in_audience: number; log_odds_z: number }

// An example trusts its server; a program that must not would check the answer against /schemata.
async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(new URL(path, url), {
    headers,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) })
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

const { execution } = await ask<{ execution: string }>('/execute/ExternalInfluencers', {
  ids: process.argv.slice(2),
  limit: 10
})

let status = ''
while (status !== 'FINISHED') {
  await setTimeout(100)
  const answer = await ask<{ status: string; errors: string[] }>(`/status?execution=${execution}`)
  if (['FAILED', 'KILLED', 'INVALID_RESULT'].includes(answer.status)) throw new Error(answer.errors.join(' '))
  status = answer.status
}

const { externalInfluencerRanking } = await ask<{ externalInfluencerRanking: { items: Ranked[] } }>(
  `/resources/${execution}/result.json`
)
for (const item of externalInfluencerRanking.items) {
  console.log(
    `${item.rank}. ${item.displayName ?? item.id}: followed by ${item.followers_in_audience}, z ${item.log_odds_z.toFixed(1)}`
  )
}
