import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Execution, type Executions, finalStates } from '../jobs/execution.ts'
import { limits } from './limits.ts'
import { untilGone } from './until-gone.ts'

// Who asks again while the server closes is still held back for a moment: answered at once, a poll would become a storm.
const closingWaitMs = 500

/**
 * Holds the answer back while the execution is under way, as long as `Prefer: wait=SECONDS` (RFC 7240) asks for, or until the
 * server closes: it does not wait for who waits.
 */
export async function waitIfPreferred(
  executions: Executions,
  request: FastifyRequest,
  reply: FastifyReply,
  execution: Execution,
  closing: AbortSignal
): Promise<Execution> {
  const seconds = preferredWaitS(request.headers.prefer)
  if (seconds === 0 || finalStates.has(execution.state)) return execution
  reply.header('preference-applied', `wait=${seconds}`)
  const gone = untilGone(reply)
  if (closing.aborted) return untilFinal(executions, request, execution, Date.now() + closingWaitMs, gone)
  const signal = AbortSignal.any([gone, closing])
  return untilFinal(executions, request, execution, Date.now() + seconds * 1000, signal)
}

async function untilFinal(
  executions: Executions,
  request: FastifyRequest,
  first: Execution,
  deadline: number,
  signal: AbortSignal
): Promise<Execution> {
  let execution = first
  while (!finalStates.has(execution.state) && Date.now() < deadline && !signal.aborted) {
    await executions.changed(execution.id, Math.min(1000, deadline - Date.now()), signal)
    execution = await executions.get(request.caller, execution.id)
  }
  return execution
}

function preferredWaitS(header: string | string[] | undefined): number {
  const found = /(?:^|,)\s*wait\s*=\s*(\d{1,6})\s*(?:,|;|$)/i.exec(String(header ?? ''))
  return Math.min(Number(found?.[1] ?? 0), limits.waitS)
}
