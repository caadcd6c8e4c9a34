import type { TestServer } from './http-server.ts'

const path = '/execute/AudienceInfluencers'

/** Submits a question as the member `ann`; answers its job hash. */
export async function submit({ ask }: TestServer, body: object = { ids: ['twitter:1'] }): Promise<string> {
  const answer = await ask(path, { method: 'POST', body: JSON.stringify(body), headers: json })
  const { execution } = (await answer.json()) as { execution: string } // The server is under test.
  return execution
}

export const json = { 'content-type': 'application/json' }

/** The status and the sentences of an error answer. */
export async function errorOf(answer: Response): Promise<[status: number, errors: string[]]> {
  const { errors } = (await answer.json()) as { errors: string[] } // The server is under test.
  return [answer.status, errors]
}
