import { NotAcceptable } from '../errors.ts'

type Range = { readonly type: string; readonly q: number }

/** Throws NotAcceptable when an `Accept` header excludes what the call answers; no header excludes nothing. */
export function requireAcceptable(header: string | undefined, types: readonly string[]): void {
  if (!header || header === '*/*' || types.includes(header)) return
  const ranges = readAccept(header)
  if (types.some(type => qualityOf(ranges, type) > 0)) return
  throw new NotAcceptable(`This answers ${types.join(' or ')}, which the Accept header excludes.`)
}

/** Whether the client names this type itself (a wildcard is not enough) and wants it at least as much as JSON. */
export function prefersOverJson(header: string | undefined, type: string): boolean {
  if (!header?.toLowerCase().includes(type)) return false
  const ranges = readAccept(header)
  const named = ranges.find(range => range.type === type)
  const json = ranges.find(range => range.type === 'application/json')
  return named !== undefined && named.q > 0 && named.q >= (json?.q ?? 0)
}

// A range that cannot be read is left out: real clients send `Accept: *`, which curl's own users mean as */*.
function readAccept(header: string): Range[] {
  return header.split(',').flatMap(part => {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase())
    const type = name === '*' ? '*/*' : name
    if (!type.includes('/')) return []
    const q = parameters.find(parameter => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '')
    return [{ type, q: q === undefined ? 1 : Number(q) || 0 }]
  })
}

// The most specific range decides: `application/json;q=0, */*` excludes JSON.
function qualityOf(ranges: readonly Range[], type: string): number {
  const group = `${type.slice(0, type.indexOf('/'))}/*`
  for (const name of [type, group, '*/*']) {
    const range = ranges.find(candidate => candidate.type === name)
    if (range) return range.q
  }
  return 0
}
