import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotFound } from '../errors.ts'
import type { Caller } from '../store/verify-token.ts'
import type { Execution, Executions } from './execution.ts'
import { rememberExecutions } from './remember-executions.ts'

const ann: Caller = { accountId: 'ann', role: 'member', identityId: null }
const bob: Caller = { accountId: 'bob', role: 'admin', identityId: null }

function counted() {
  let questions = 0
  const get = async (caller: Caller, id: string) => {
    questions++
    if (caller.accountId !== 'ann') throw new NotFound('no')
    return { id, accountId: 'ann', progress: questions } as Execution // Only these members are looked at.
  }
  return { executions: { get } as Executions, questions: () => questions }
}

test('an execution is read once until something is written', async () => {
  const { executions, questions } = counted()
  let writes = 0
  const remembering = rememberExecutions(executions, { writes: () => writes })

  await remembering.get(ann, 'a')
  await remembering.get(ann, 'a')
  assert.equal(questions(), 1)

  writes++
  assert.equal((await remembering.get(ann, 'a')).progress, 2)
})

test('a write while it is being read makes the answer old at once', async () => {
  const { executions, questions } = counted()
  let writes = 0
  const remembering = rememberExecutions(executions, { writes: () => writes })

  const reading = remembering.get(ann, 'a')
  writes++
  await reading
  await remembering.get(ann, 'a')

  assert.equal(questions(), 2)
})

test("what is remembered for one account is not another's", async () => {
  const { executions } = counted()
  const remembering = rememberExecutions(executions, { writes: () => 0 })
  await remembering.get(ann, 'a')

  await assert.rejects(remembering.get(bob, 'a'), NotFound)
})

test('where others write too, nothing is remembered', () => {
  const { executions } = counted()
  assert.equal(rememberExecutions(executions, {}), executions)
})
