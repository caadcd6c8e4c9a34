/**
 * URLs are compared without what does not lead elsewhere: letters of scheme and host in lower case, without www., the scheme's
 * own port, the fragment, utm_ parameters, and slashes at the end. SQL and code use the same expressions.
 */
const fragment = '#.*$'
const authority = '^(?:[A-Za-z][A-Za-z0-9+.-]*://)?[^/?]*'
const www = '^([a-z][a-z0-9+.-]*://|)www\\.'
const httpPort = '^(http://[^/?]*):80$'
const httpsPort = '^(https://[^/?]*):443$'
const campaign = '&utm_[^&]*'
const slashes = '/+$'

/** The SQL of all URLs of a list, normalised. */
export function normalisedUrls(list: string): string {
  return `arrayMap(url -> ${normalisedUrl('url')}, ${list})`
}

/** The SQL of one URL, normalised. */
export function normalisedUrl(url: string): string {
  const whole = `replaceRegexpOne(${url}, '${fragment}', '')`
  const head = `extract(${whole}, '${escaped(authority)}')`
  const rest = `substring(${whole}, length(${head}) + 1)`
  const host = [
    [www, '\\1'],
    [httpPort, '\\1'],
    [httpsPort, '\\1']
  ].reduce(
    (sql, [from = '', to = '']) => `replaceRegexpOne(${sql}, '${escaped(from)}', '${escaped(to)}')`,
    `lower(${head})`
  )
  const path = `replaceRegexpOne(substringIndex(${rest}, '?', 1), '${slashes}', '')`
  // The query with an ampersand before each parameter.
  const query = `replaceRegexpAll(concat('&', substring(${rest}, position(${rest}, '?') + 1)), '${campaign}', '')`
  const shownQuery = `if(position(${rest}, '?') = 0 OR length(${query}) <= 1, '', concat('?', substring(${query}, 2)))`
  return `concat(${host}, ${path}, ${shownQuery})`
}

const escaped = (regex: string) => regex.replaceAll('\\', '\\\\')

/** The same in code. */
export function normaliseUrl(url: string): string {
  const whole = url.replace(new RegExp(fragment, 's'), '')
  const [head = ''] = new RegExp(authority).exec(whole) ?? []
  const rest = whole.slice(head.length)
  const host = [www, httpPort, httpsPort].reduce(
    (text, regex) => text.replace(new RegExp(regex), '$1'),
    head.replace(/[A-Z]+/g, letters => letters.toLowerCase())
  )
  const mark = rest.indexOf('?')
  const path = (mark < 0 ? rest : rest.slice(0, mark)).replace(new RegExp(slashes), '')
  const query = mark < 0 ? '' : `&${rest.slice(mark + 1)}`.replace(new RegExp(campaign, 'g'), '')
  return `${host}${path}${query.length <= 1 ? '' : `?${query.slice(1)}`}`
}
