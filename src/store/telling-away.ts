import { Unavailable } from '../errors.ts'

// What the network says when nobody answers, and PostgreSQL while it starts or stops.
const awayCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['57P01', '57P02', '57P03']
])

/** Does what asks a store over the network; one that is away is told as Unavailable: it may be back in a moment. */
export async function tellingAway<Answer>(store: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (!isAway(error)) throw error
    throw new Unavailable(`The ${store} does not answer: try again in a moment.`, { cause: error })
  }
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // pg gives these two no code.
  if (/^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message)) return true
  return 'code' in error && awayCodes.has(String(error.code))
}
