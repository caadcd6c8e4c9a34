import { testToken } from './app.ts'

/** A status body, as far as tests look at it. */
export type Status = {
  readonly execution: string
  readonly status: string
  readonly progress: number
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  readonly result?: string
}

/** What POST /import answers, as far as tests look at it. */
type Imported = {
  readonly records: number
  readonly counts: Readonly<Record<string, number>>
  readonly rejected: number
  readonly resumed_from: number
  readonly corpus_revision: number
}

export type Api = ReturnType<typeof apiAt>

const patienceMs = 60_000
const finalWords = new Set(['FINISHED', 'FAILED', 'KILLED', 'INVALID_RESULT'])

type Body = NonNullable<RequestInit['body']>

/** A client as a stranger would write it: fetch, the paths of the documentation, and a token. */
export function apiAt(url: string, token: string = testToken) {
  function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${token}`, ...init.headers }
    return fetch(`${url}${path}`, { signal: AbortSignal.timeout(patienceMs), ...init, headers })
  }

  function post(path: string, body: unknown): Promise<Response> {
    return ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
  }

  async function execute(job: string, body: unknown): Promise<{ readonly code: number } & Status> {
    const answer = await post(`/execute/${job}`, body)
    return { code: answer.status, ...((await answered(answer)) as Status) }
  }

  /** Waits until it is over, however it ended. */
  async function ended(execution: string): Promise<Status> {
    const deadline = Date.now() + patienceMs
    for (;;) {
      const answer = await ask(`/status?execution=${execution}`, { headers: { prefer: 'wait=20' } })
      const status = (await answered(answer)) as Status
      if (finalWords.has(status.status)) return status
      if (Date.now() > deadline) throw new Error(`${execution} is still ${status.status}`)
    }
  }

  async function json<Answer>(path: string): Promise<Answer> {
    return (await answered(await ask(path))) as Answer // A test that expects something else fails where it looks.
  }

  return {
    url,
    ask,
    post,
    execute,
    ended,
    json,
    status: (execution: string) => json<Status>(`/status?execution=${execution}`),

    /** Asks and waits; answers the result. Throws unless it finishes. */
    async run<Result>(job: string, body: unknown): Promise<Result> {
      const { execution } = await execute(job, body)
      const { status, errors } = await ended(execution)
      if (status !== 'FINISHED') throw new Error(`${job} is ${status}: ${errors.join(' ')}`)
      return json<Result>(`/resources/${execution}/result.json`)
    },

    async importFile(name: string, bytes: Body, query: Readonly<Record<string, string>> = {}): Promise<Imported> {
      const answer = await ask(`/import?${new URLSearchParams({ name, ...query })}`, {
        method: 'POST',
        body: bytes,
        ...(bytes instanceof ReadableStream && { duplex: 'half' })
      })
      return (await answered(answer)) as Imported
    }
  }
}

/** The body of an answer that went well; throws with its code and body otherwise. */
async function answered(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
