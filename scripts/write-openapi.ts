// Writes docs/openapi.json, the published contract as it stands: npm run openapi. With --check it writes nothing and fails when the file and
// the program have drifted apart, so that a change of the contract is always seen in a commit.
import { readFile, writeFile } from 'node:fs/promises'
import { createEnricher } from '../src/enrichment/enrich.ts'
import type { HttpServices } from '../src/http/http-services.ts'
import { createServer } from '../src/http/server.ts'
import { loadJobs } from '../src/jobs/load-jobs.ts'
import { createLog } from '../src/log.ts'
import { createMetrics } from '../src/metrics.ts'
import type { TraitSettings } from '../src/model/traits.ts'

const file = new URL('../docs/openapi.json', import.meta.url)

/** The OpenAPI document that the server serves, indented, as it is kept in the repository. */
async function currentDocument(): Promise<string> {
  const services = {
    jobs: await loadJobs(),
    loadEnricher: async () => createEnricher(),
    traits: { off: [], sensitiveInterests: false, birthyearFromName: false } satisfies TraitSettings,
    metrics: createMetrics({ processFigures: false }),
    log: createLog('silent'),
    draining: new AbortController().signal
  } as unknown as HttpServices // Documentation asks nothing of the others.
  const server = createServer(services)
  const answer = await server.inject('/openapi.json')
  await server.close()
  return `${JSON.stringify(answer.json(), null, 2)}\n`
}

const current = await currentDocument()
if (!process.argv.includes('--check')) {
  await writeFile(file, current)
} else if ((await readFile(file, 'utf8')) !== current) {
  console.error(
    'docs/openapi.json is not what the server publishes. If the change is meant, run `npm run openapi` and commit it.'
  )
  process.exitCode = 1
}
