// GET /status against a bare fastify route with the same body, in turns, in the same run.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { inMs, median, printFigures } from './figures.ts'
import { ask, benchToken, runJob, startServer } from './server.ts'

const seconds = 4
const rounds = 3

if (process.argv[2] === 'bare') await serveBare(process.argv[3] ?? '')
else await compare()

async function serveBare(body: string): Promise<void> {
  const { default: fastify } = await import('fastify')
  const app = fastify()
  const answer = JSON.parse(body)
  app.get('/status', async () => answer)
  process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
}

async function compare(): Promise<void> {
  const server = await startServer()
  const { execution } = await runJob(server.url, 'AnalyzePublicProfiles', { ids: ['twitter:1'] })
  const path = `/status?execution=${execution}&access_token=${benchToken}`
  const bare = fork(new URL(import.meta.url).pathname, ['bare', await (await ask(server.url, path)).text()])
  const [bareUrl] = await once(bare, 'message')

  const ours: autocannon.Result[] = []
  const theirs: autocannon.Result[] = []
  for (let round = 0; round < rounds; round++) {
    theirs.push(await autocannon({ url: `${bareUrl}/status`, duration: seconds, connections: 10 }))
    ours.push(await autocannon({ url: `${server.url}${path}`, duration: seconds, connections: 10 }))
  }
  bare.kill()
  await server.stop()

  const rate = (results: autocannon.Result[]) => median(results.map(result => result.requests.average))
  const share = rate(ours) / rate(theirs)
  printFigures(`GET /status, ${rounds} × ${seconds} s each in turn, 10 connections`, [
    { what: 'bare fastify route', value: `${Math.round(rate(theirs)).toLocaleString('en')}/s`, beside: '' },
    {
      what: 'GET /status',
      value: `${Math.round(rate(ours)).toLocaleString('en')}/s`,
      beside: `${(share * 100).toFixed(0)} % of the bare route; target 45 %`,
      reached: share >= 0.45
    },
    { what: 'GET /status, 99th percentile', value: inMs(median(ours.map(result => result.latency.p99))), beside: '' }
  ])
}
