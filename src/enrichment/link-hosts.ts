/** Shorteners that belong to one site: the site is what was shared. */
export const shortNamesOfSites: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'amzn.to': 'amazon.com',
    'apple.co': 'apple.com',
    'a.co': 'amazon.com',
    'abcn.ws': 'abcnews.go.com',
    'bbc.in': 'bbc.co.uk',
    'bloom.bg': 'bloomberg.com',
    'bsky.social': 'bsky.app',
    'cnb.cx': 'cnbc.com',
    'cnn.it': 'cnn.com',
    'cs.pn': 'c-span.org',
    'dailym.ai': 'dailymail.co.uk',
    'discord.gg': 'discord.com',
    'econ.st': 'economist.com',
    'es.pn': 'espn.com',
    'fb.com': 'facebook.com',
    'fb.me': 'facebook.com',
    'fb.watch': 'facebook.com',
    'flic.kr': 'flickr.com',
    'forms.gle': 'docs.google.com',
    'fxn.ws': 'foxnews.com',
    'g.co': 'google.com',
    'git.io': 'github.com',
    'gph.is': 'giphy.com',
    'gu.com': 'theguardian.com',
    'huff.to': 'huffpost.com',
    'instagr.am': 'instagram.com',
    'lat.ms': 'latimes.com',
    'lin.ee': 'line.me',
    'lnkd.in': 'linkedin.com',
    'nbcnews.to': 'nbcnews.com',
    'n.pr': 'npr.org',
    'nyti.ms': 'nytimes.com',
    'nyp.st': 'nypost.com',
    'on.ft.com': 'ft.com',
    'on.wsj.com': 'wsj.com',
    'periscope.tv': 'pscp.tv',
    'pin.it': 'pinterest.com',
    'politi.co': 'politico.com',
    'redd.it': 'reddit.com',
    'reut.rs': 'reuters.com',
    'spoti.fi': 'open.spotify.com',
    'spotify.link': 'open.spotify.com',
    't.me': 'telegram.org',
    'ti.me': 'time.com',
    'usat.ly': 'usatoday.com',
    'wapo.st': 'washingtonpost.com',
    'washex.am': 'washingtonexaminer.com',
    'youtu.be': 'youtube.com',
    'yt.be': 'youtube.com',
    '45.wh.gov': 'whitehouse.gov'
  })
)

/** Shorteners for anybody: they say nothing of where a link leads. */
export const openShorteners = hosts(`
  adf.ly aje.io amp.gs bit.do bit.ly bitly.com buff.ly cli.re conta.cc cutt.ly dlvr.it eepurl.com flip.it geni.us
  go.usa.gov goo.gl hubs.la hubs.li hubs.ly ht.ly htl.li ift.tt is.gd j.mp l.gm lnk.to mailchi.mp merc.li mtr.cool
  ow.ly p.ctx.ly paper.li po.st ref.ly rebrand.ly rviv.ly s.id shar.es shorturl.at smarturl.it snip.ly snpy.tv
  soc.att spr.ly sumo.ly t.co t.ly tiny.cc tinyurl.com tl.gd tr.im trib.al trib.in u.to v.gd wp.me x.co zpr.io
`)

/** Where a network shows its own posts: a quoted post or a photograph is not a link to a site. */
export const networkHosts = hosts('twitter.com x.com pic.twitter.com cards.twitter.com bsky.app mastodon.social')

function hosts(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}
