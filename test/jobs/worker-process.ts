// A worker in a process of its own, for tests that kill it: url, folder, how long a job takes in ms, lease in ms.
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { noPrivacy } from '../../src/analytics/privacy.ts'
import { startWorker } from '../../src/jobs/worker.ts'
import { createLog } from '../../src/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { allTraits } from '../support/all-traits.ts'
import { noTasks, testJob } from './test-job.ts'

const [url = '', folder = '', jobMs = '0', leaseMs = '6000'] = process.argv.slice(2)
const job = testJob({
  run: async ({ ids }) => {
    await sleep(Number(jobMs))
    return { body: { people: ids.length }, metadata: {} }
  }
})
await startWorker({
  database: await openDatabase({ url, folder }),
  warehouse: await openWarehouse({ path: path.join(folder, `warehouse-${process.pid}`) }),
  jobs: new Map([[job.name, job]]),
  runTask: noTasks,
  privacy: noPrivacy,
  traits: allTraits,
  concurrency: 2,
  log: createLog('warn'),
  finishedWord: 'DONE',
  alone: false,
  leaseMs: Number(leaseMs)
})
process.stdout.write('ready\n')
