import type { Device, OperatingSystem } from '../model/traits.ts'

/** What a client's name says of where a post was written. A browser tells no system. */
export type KnownClient = { readonly device: Device; readonly os: OperatingSystem }

const onPhone = (os: OperatingSystem) => ({ device: 'mobile', os }) as const
const onTablet = (os: OperatingSystem) => ({ device: 'tablet', os }) as const
const onDesk = (os: OperatingSystem) => ({ device: 'desktop', os }) as const
const automated = { device: 'automated', os: 'unknown' } as const
export const unknownClient: KnownClient = { device: 'unknown', os: 'unknown' }

/** Clients by name, in lower case and without marks: the networks' own, other people's, and services that post on a schedule or by rule. */
const groups: readonly (readonly [KnownClient, string])[] = [
  [
    onPhone('ios'),
    `
     bluesky for ios; echofon; ice cubes; ios; ivory for ios; mastodon for ios; mastodon for iphone; metatext;
     osfoora for ios; tweetbot for ios; tweetbot for iphone; tweetcaster for ios; tweetings for iphone;
     tweetlogix; twittelator; twittelator neue; twitter for iphone; twitterrific for ios; ubersocial for iphone;
     youtube on ios`
  ],
  [
    onPhone('android'),
    `
     bluesky for android; fedilab; fenix; fenix 2; fenix for android; hootsuite for android; husky; janetter for
     android; mastodon for android; megalodon; orwell for android; plume for android; seesmic for android; subway
     tooter; talon (plus); talon android; tusky; tweetcaster for android; tweetings for android; twicca; twidere;
     twidere for android; twitter for android; twitter lite for android; ubersocial for android`
  ],
  [
    onPhone('windows'),
    `
     mehdoh; rowi; tweetro; twitter for windows phone`
  ],
  [
    onPhone('blackberry'),
    `
     blaq for blackberry 10; social scope; twitter for blackberry; ubersocial; ubersocial for blackberry;
     ubertwitter`
  ],
  [
    onPhone('unknown'),
    `
     cloudhopper; foursquare; instagram; mobile web; mobile web (m2); mobile web (m5); periscope; snapchat;
     swarm; tiktok; twitter for nokia s40; twitter lite; txt; vine - make a scene`
  ],
  [
    onTablet('ios'),
    `
     bluesky for ipad; mastodon for ipad; tweetbot for ipad; tweetings for ipad; twitter for ipad`
  ],
  [
    onTablet('android'),
    `
     plume for tablets; twitter for android tablets`
  ],
  [
    onDesk('mac'),
    `
     echofon for mac; ivory for mac; janetter for mac; os x; tweetbot for mac; tweetie for mac; twitter for mac;
     twitterrific; yorufukurou`
  ],
  [
    onDesk('windows'),
    `
     janetter; metrotwit; tween; twitter for windows; wacup`
  ],
  [
    onDesk('unknown'),
    `
     bluesky; bluesky web; cawbird; choqok; corebird; elk; mastodon; mastodon web; oysttyer; phanpy; pinafore;
     semaphore; ttytter; tweet button; tweetdeck; tweetdeck web app; twitter for websites; twitter web app;
     twitter web client; web; whalebird`
  ],
  [
    automated,
    `
     agorapulse app; alkass cms v2; bandsintown; belugacampaignsea; blogger; botlibre!; botly; brandwatch;
     buffer; campaign management system; cheap bots, done quick!; chirr.app; constant contact; contentstudio.io;
     coschedule; cranberries feed; crowdfire app; curious cat; dlvr.it; dynamic signal; echobox; echobox social;
     emplifi; everyonesocial; facebook; falcon social media management; favstar.fm; feedburner; feedhive;
     fireside publishing; fllwrs; fs poster; fs poster 3; fs-poster-app; gaggleamp; gain app; google feedburner;
     govtweetmanager; great thunberg; hootsuite; hootsuite inc.; hubspot; hypefury; ifttt; integromat;
     jetpack.com; khoros publishing; later; latermedia; lightful; linkedin; loomly; mailchimp; make (formerly
     integromat); mastodon-twitter crossposter; medium; meetedgar; metricool; microsoft azure logic apps;
     microsoft power platform; moa bridge; n8n; nuelink; oktopost; orlo; ownly admin; paper.li; patreon;
     pipedream, inc; planoly; post planner inc.; postcron; publer; publer.io; r-bloggers.com; radaar; recurpost;
     revive social app; rss graffiti; rstats2twitter; runkeeper; salesforce - social studio; save to notion;
     sendible; shuttlerock - bluebird; snappytv.com; snapstream tv search; social jukebox; social report; social
     rss; socialbee.com v2; socialflow; socialnewsdesk; socialoomph; socialpilot.co; socialreport.com; spredfast
     app; sprinklr; sprinklr publishing; sprout social; statusbrew; strava; sumall; testing for tweepy; the
     tweeted times; true anthem; trueanthem; tumblr; tweetjukebox; twibbon; twitch; twittascope; twittbot.net;
     twitter ads; twitter ads composer; twitter for advertisers; twitter for advertisers (legacy); twitterfeed;
     twitterkarma; twittimer; twuffer; typefully; verticalresponse; who.unfollowed.me; wordpress.com; wsc sports;
     youtube; zapier.com; zoho social`
  ],
  [
    unknownClient,
    `
     camtsuku; dropbox; media studio; news republic; showroom-live; twitter for advertisers.; twitter media
     studio; twitter media studio - livecut`
  ]
]

export const knownClients: ReadonlyMap<string, KnownClient> = new Map(
  groups.flatMap(([client, names]) => names.split(';').map(name => [name.trim().replace(/\s+/g, ' '), client] as const))
)
