import net from 'node:net'

/** A request as bytes on the wire: no client between us and the server that would mend it. */
export type RawRequest = {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

type RawAnswer = { readonly status: number; readonly head: string; readonly body: string }

/** Sends the bytes and reads until the server closes the connection. Throws when it has not within 10 s. */
export function rawRequest(url: string, request: RawRequest): Promise<RawAnswer> {
  const lines = [
    `${request.method} ${request.target} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
    ...(request.body.length > 0 ? [`Content-Length: ${request.body.length}`] : [])
  ]
  return rawBytes(url, Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), request.body]))
}

export function rawBytes(url: string, bytes: Uint8Array): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1')
    const deadline = setTimeout(() => socket.destroy(new Error('no answer within 10 s')), 10_000)
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(deadline)
      resolve(readAnswer(Buffer.concat(chunks).toString('utf8')))
    })
    socket.write(bytes)
  })
}

function readAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n')
  const head = text.slice(0, end)
  const body = text.slice(end + 4)
  const isChunked = /^transfer-encoding: chunked/im.test(head)
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: isChunked ? unchunked(body) : body }
}

function unchunked(body: string): string {
  return body.replace(/(?:^|\r\n)[0-9a-f]+\r\n/g, '').replace(/\r\n\r\n$/, '')
}
