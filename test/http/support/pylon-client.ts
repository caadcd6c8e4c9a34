import type { TestContext } from 'node:test'
import type { HttpServices } from '../../../src/http/http-services.ts'
import { httpServer, identityToken } from './http-server.ts'
import { type MemoryPylon, memoryPylon } from './memory-pylon.ts'

type Init = { readonly method?: string; readonly body?: unknown; readonly headers?: Record<string, string> }

/** A server with the Task API in memory, asked by an identity of the account `ann` unless the headers say otherwise. */
export async function pylonServer(
  t: TestContext,
  pylon: MemoryPylon = memoryPylon(),
  change: Partial<HttpServices> = {}
) {
  const server = await httpServer(t, { ...change, pylon })

  function ask(path: string, { method = 'GET', body, headers = {} }: Init = {}): Promise<Response> {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    return fetch(server.url + path, {
      method,
      headers: { authorization: `ann:${identityToken}`, 'content-type': 'application/json', ...headers },
      ...sent
    })
  }

  /** The status and the body, nothing when it is empty. */
  async function answer(path: string, init?: Init): Promise<[status: number, body: unknown]> {
    const response = await ask(path, init)
    const text = await response.text()
    return [response.status, text === '' ? undefined : JSON.parse(text)]
  }

  /** A recording that runs, and its hash. */
  async function startRecording(service = 'linkedin') {
    const [, compiled] = await answer(`/v1.6/pylon/${service}/compile`, {
      method: 'POST',
      body: { csdl: 'interaction.content contains "coffee"' }
    })
    const { hash } = compiled as { hash: string } // The server is under test.
    const [, started] = await answer(`/v1.6/pylon/${service}/start`, { method: 'PUT', body: { hash, name: 'Coffee' } })
    return { hash, id: (started as { id: string }).id } // As above.
  }

  return { ...server, pylon, ask, answer, startRecording }
}
