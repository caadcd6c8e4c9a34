import type { FastifyReply, FastifyRequest } from 'fastify'

// Some of the original clients read an answer otherwise than all others do. They are known by their User-Agent:
// `DataSift/v1.6 Java/3.6.4`, `DataSift/v1 Node/v1.5.0`, `DataSiftPHP/2.7.1`.
const java = /^DataSift\/\S+ Java\//
const node = /^DataSift\/\S+ Node\//
const php = /^DataSiftPHP\//

/** Writes a header of limits. Java's client looks it up by its name with capitals, Python's by the name in lower case. */
export function setLimitHeader(request: FastifyRequest, reply: FastifyReply, name: string, value: number): void {
  // Fastify writes all its names in lower case.
  if (isSentBy(request, java)) reply.raw.setHeader(name, value)
  else reply.header(name, value)
}

/** What a refused call leaves: to PHP's client it is a matter of limits when nothing is left. */
export function remainingOfRefused(request: FastifyRequest, remaining: number): number {
  return isSentBy(request, php) ? 0 : remaining
}

/** Turns 429 into 403 for the clients that know no other refusal: Node's would take 429 for a good answer. */
export function adaptStatus(request: FastifyRequest, reply: FastifyReply): void {
  if (reply.statusCode === 429 && (isSentBy(request, node) || isSentBy(request, php))) reply.code(403)
}

function isSentBy({ headers }: FastifyRequest, agent: RegExp): boolean {
  return agent.test(headers['user-agent'] ?? '')
}
