import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { engines, type Place } from '../support/databases.ts'
import { ann, jobWorld, people, until } from './job-world.ts'
import { request, sum, taskWorld } from './task-world.ts'

const jobProgram = fileURLToPath(new URL('worker-process.ts', import.meta.url))
const taskProgram = fileURLToPath(new URL('task-process.ts', import.meta.url))

async function startProcess(place: Place, jobMs: number, program = jobProgram) {
  const child = spawn(process.execPath, [program, place.url, place.folder, String(jobMs)], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  await once(child.stdout, 'data')
  return {
    kill: () => child.kill('SIGKILL'),
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await once(child, 'exit')
    }
  }
}

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a job whose worker is killed finishes on another within 15 seconds', async t => {
      const { place, executions } = await jobWorld(t, engine)
      await using doomed = await startProcess(place, 60_000)
      const { execution } = await executions.submit(ann, 'Count', people)
      await until(executions, execution.id, ({ state }) => state === 'running')
      await using _successor = await startProcess(place, 10)

      const killedAt = Date.now()
      doomed.kill()
      const seen = new Set<string>()
      const deadline = killedAt + 15_000
      for (;;) {
        const { state, finishedAt, attempt } = await executions.get(ann, execution.id)
        seen.add(state)
        if (finishedAt !== null) {
          t.diagnostic(`finished ${finishedAt - killedAt} ms after the kill`)
          assert.deepEqual([state, attempt], ['finished', 2])
          break
        }
        assert(Date.now() < deadline, `still ${state}`)
        await executions.changed(execution.id, 100)
      }
      assert.deepEqual([...seen], ['running', 'finished'])
    })

    test('a task whose worker is killed half-way is finished by another, whole', async t => {
      const { place, tasks, sales, ended } = await taskWorld(t, engine, { strategies: [sum] })
      await using doomed = await startProcess(place, 60_000, taskProgram)
      const asked = { strategy: 'sum', version: 1, parameters: {} }
      const { id } = await tasks.submit(sales, 'twitter', request(asked, 'strategy'))
      const half = async () => {
        for (;;) {
          const task = await tasks.get(sales, 'twitter', id)
          if (task.stepsCompleted === 1 && task.usage === 2) return task
          await sleep(20)
        }
      }
      const before = await half()
      await using _successor = await startProcess(place, 10, taskProgram)
      doomed.kill()
      const after = await ended(sales, id)

      assert.deepEqual([before.state, before.result], ['running', null])
      assert(after.updatedAt > before.updatedAt)
      assert.deepEqual(
        [after.state, after.result, after.usage, after.stepsCompleted],
        ['finished', { people: 6 }, 3, 3]
      )
      const { tasks: spawned } = await tasks.list(sales, 'twitter', { type: 'analysis', page: 1, perPage: 25 })
      assert.deepEqual(
        spawned.map(task => task.state),
        ['finished', 'finished', 'finished']
      )
    })
  })
}
