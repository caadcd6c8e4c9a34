import type { FastifyReply } from 'fastify'

/** Aborted when the connection ends before the answer is complete: nobody is left to work for. */
export function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
