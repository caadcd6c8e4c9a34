// A worker of tasks in a process of its own, for tests that kill it: url, folder, how long an analysis takes in ms, lease in ms.
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startWorker } from '../../src/jobs/worker.ts'
import { createLog } from '../../src/log.ts'
import { openDatabase } from '../../src/store/database.ts'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { answerOf, sum, tasksOver } from './task-world.ts'

const [url = '', folder = '', analysisMs = '0', leaseMs = '6000'] = process.argv.slice(2)
const { workerOptions } = await tasksOver(
  await openDatabase({ url, folder }),
  await openWarehouse({ path: path.join(folder, `warehouse-${process.pid}`) }),
  {
    strategies: [sum],
    // The first analysis of a strategy is quick: a worker that is killed has had one answered.
    answer: async question => {
      if (question.start > 1) await sleep(Number(analysisMs))
      return answerOf(question)
    }
  }
)
await startWorker({ ...workerOptions, log: createLog('warn'), leaseMs: Number(leaseMs) })
process.stdout.write('ready\n')
