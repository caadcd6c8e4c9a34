import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { engines, type Place } from '../support/databases.ts'
import { ann, jobWorld, people, until } from './job-world.ts'

const program = fileURLToPath(new URL('worker-process.ts', import.meta.url))

async function startProcess(place: Place, jobMs: number) {
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
  })
}
