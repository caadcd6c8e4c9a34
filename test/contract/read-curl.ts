/** What curl would send for a line. */
export type CurlCall = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The curl lines of a text, each with its continuation lines. */
export function curlLines(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map(line => line.trim())
    .filter(line => line.startsWith('curl'))
}

/** Reads the words of a shell line as curl does: only the options that the documentation uses. Throws on any other. */
export function readCurl(line: string): CurlCall {
  const words = shellWords(line)
  const headers: Record<string, string> = {}
  let method: string | undefined
  let url = ''
  let body: string | undefined
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '-X') method = words[++at]
    else if (word === '-d') body = words[++at]
    else if (word === '-H') {
      const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(words[++at] ?? '') ?? []
      headers[name] = value
    } else if (word.startsWith('-')) throw new Error(`curl ${word}`)
    else url = word
  }
  return { method: method ?? (body === undefined ? 'GET' : 'POST'), url, headers, ...(body !== undefined && { body }) }
}

function shellWords(line: string): string[] {
  const pieces = line.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)
  return [...pieces].map(([, single, double, bare]) => single ?? double ?? bare ?? '')
}
