import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Config } from '../../config.ts'
import { type Finding, note, ok, wrong, wrongBy } from './finding.ts'

const soonMs = 14 * 24 * 3_600_000

/** Whether the certificate and its key can be read, belong together and are valid now. */
export async function checkTls(tls: Config['tls'], now: number): Promise<Finding> {
  if (tls === null) return ok('TLS', 'off: plain HTTP')
  try {
    const certificate = new X509Certificate(await readFile(tls.certFile))
    const key = createPrivateKey(await readFile(tls.keyFile))
    if (!certificate.checkPrivateKey(key)) {
      return wrong(
        'TLS',
        'the key is not that of the certificate',
        'Set TLS_CERT and TLS_KEY to files that belong together.'
      )
    }
    return validity(certificate, now)
  } catch (error) {
    return wrongBy('TLS', error, 'Set TLS_CERT and TLS_KEY to PEM files that this user may read.')
  }
}

function validity(certificate: X509Certificate, now: number): Finding {
  const until = certificate.validToDate.getTime()
  const found = `certificate of ${certificate.subject.replaceAll('\n', ', ')}, valid to ${certificate.validToDate.toISOString().slice(0, 10)}`
  if (now < certificate.validFromDate.getTime())
    return wrong('TLS', found, 'It is not valid yet: check the clock, or wait.')
  if (now > until) return wrong('TLS', found, 'It has expired: renew it.')
  return until - now < soonMs ? note('TLS', found, 'It expires soon: renew it.') : ok('TLS', found)
}
