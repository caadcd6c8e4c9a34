import type { Encoding } from './compress.ts'

/** A strong validator differs between the encodings of one result: `"abc"` compressed is `"abc-gzip"`. */
export function etagOf(etag: string, encoding: Encoding | undefined): string {
  return encoding ? `${etag.slice(0, -1)}-${encoding}"` : etag
}

/** Whether an `If-None-Match` header names this result, in whatever encoding the client got it. */
export function isKnownTo(header: string | undefined, etag: string): boolean {
  if (!header) return false
  const plain = (tag: string) =>
    tag
      .trim()
      .replace(/^W\//, '')
      .replace(/-(?:gzip|zstd)"$/, '"')
  return header.trim() === '*' || header.split(',').some(tag => plain(tag) === etag)
}
