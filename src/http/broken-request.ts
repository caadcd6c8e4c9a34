import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type BrokenRequest = Error & { readonly code?: string }

const answers: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The URL and the headers may have 16 KiB together.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time: send it again.']
}

/** Answers bytes that are no HTTP request, in the shape of every other error, and closes the connection. */
export function answerBrokenRequest(error: BrokenRequest, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, sentence] = answers[error.code ?? ''] ?? ['400 Bad Request', 'This is no well-formed HTTP request.']
  // What is broken has no path that would say which API was meant: in the shapes of both.
  const body = JSON.stringify({ errors: [sentence], error: sentence })
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
  )
}

/** Answers an `Expect` other than `100-continue`, which Node would refuse without a word. */
export function answerUnknownExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify({ errors: ['The Expect header may ask for 100-continue only.'] })
  response.writeHead(417, { 'content-type': 'application/json; charset=utf-8' }).end(body)
}
