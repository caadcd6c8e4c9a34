import { networkHosts, openShorteners, shortNamesOfSites } from '../link-hosts.ts'
import type { PostTrait } from '../trait.ts'

const mostLinks = 50 // More than any network allows in a post; the rest is not read.
const longestLink = 4096
const longestHost = 253 // RFC 1035, 2.3.4, as text.

/**
 * The site that a link leads to: its host without `www.` and `m.`. A site's own shortener counts as the site; open
 * shorteners and a network's links to its own posts say nothing and are left out.
 */
export function domainOf(link: string): string | undefined {
  if (link.length > longestLink) return undefined
  const text = link.trim()
  const host = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`)?.hostname
  if (host === undefined || host.length > longestHost || !/\.\p{L}[\p{L}\d-]*\.?$/u.test(host)) return undefined
  const plain = host.replace(/\.$/, '').replace(/^(?:www\d?|m|mobile)\.(?=.+\.)/, '')
  const site = shortNamesOfSites.get(plain) ?? plain
  return leadsNowhere(site) ? undefined : site
}

const leadsNowhere = (site: string) => openShorteners.has(site) || networkHosts.has(site) || site.endsWith('.lnk.to')

const trait: PostTrait = {
  about: 'post',
  name: 'domains',
  infer({ post }) {
    if (post.urls.length === 0) return undefined
    const sites = post.urls.slice(0, mostLinks).map(domainOf)
    return { domains: [...new Set(sites.filter(site => site !== undefined))] }
  }
}
export default trait
