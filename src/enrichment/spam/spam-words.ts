/** One kind of bait: it is looked for only where one of its words stands, so that most texts cost no search. */
export type Bait = {
  readonly kind: string
  /** A bait of itself; a weak one is what every shop says. */
  readonly strong: boolean
  readonly words: ReadonlySet<string>
  readonly pattern: RegExp
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const baits: readonly Bait[] = [
  {
    kind: 'follow_trade',
    strong: true,
    words: words(
      'follow4follow f4f l4l s4s followback teamfollowback instantfollowback autofollowback followtrain sdv siguemeytesigo takip gt followers subscribers back follow retweets'
    ),
    pattern:
      /\b(?:follow ?(?:me )?(?:4|for) ?follow|f4f|l4l|s4s|(?:instant|team|auto) ?follow ?back|100 ?% follow ?back|follow ?back (?:guaranteed|instantly|everyone|all)|#followback|followtrain|(?:gain|get|buy)(?: more| free| real| \d[\d,k+]*)* (?:followers|retweets|subscribers)|retweet to gain|siguemeytesigo|sígueme y te sigo|\bsdv\b|takipe takip|gt gt takip)/iu
  },
  {
    kind: 'giveaway',
    strong: true,
    words: words(
      'giveaway giveaways airdrop iphone ps5 cashapp robux vbucks giftcard giftcards claim bitcoin btc eth crypto nft nfts'
    ),
    pattern:
      /\b(?:(?:crypto|eth|btc|bnb|usdt|nft|iphone|ps5|cash ?app|paypal|robux|v-?bucks)\s+(?:giveaway|air ?drop)|free (?:iphone|gift ?cards?|robux|v-?bucks|nfts?|crypto|bitcoin|btc|eth)\b|claim your (?:free|reward|prize|tokens?|nft)|giveaway.{0,80}\b(?:rt|retweet|follow)\b|\b(?:rt|retweet|follow)\b.{0,80}giveaway)/iu
  },
  {
    kind: 'crypto_offer',
    strong: true,
    words: words('airdrop airdrops presale 1000x 100x whitelist bitcoin btc eth bnb crypto forex binary mining wallet'),
    pattern:
      /\b(?:air ?drops?\b.{0,80}\b(?:claim|join|whitelist|free|tokens?)|presale (?:is )?live|1000x|100x gem|next 100x|whitelist spots?|double your (?:bitcoin|btc|eth|crypto|money)|send .{0,20}(?:btc|eth|bnb)\b.{0,40}\b(?:back|receive)|(?:forex|crypto|binary|bitcoin) (?:signals?|investments?|mining|trading) .{0,60}(?:profits?|dm|join|telegram|whatsapp|guaranteed)|authenticat\w+ (?:their|your) wallet)/iu
  },
  {
    kind: 'money_offer',
    strong: true,
    words: words(
      'earn earning ganar gagner verdienen ganhar guadagna paid money cash income loan dinero dinheiro geld soldi argent'
    ),
    pattern:
      /\b(?:(?:earn|earning|get paid|make|ganar?|gagne[rz]?|verdiene?n?|guadagna)\b.{0,25}(?:(?:[$€£]\s?\d[\d,.]*|\d[\d,.]*\s?(?:[$€£]|usd|dollars?|euros?))\s?(?:k\b)?\s?(?:a|per|each|every|al|par|pro)?\s?(?:day|daily|hour|week|month|día|dia|jour|tag))|(?:earn|make) (?:extra|easy|fast|quick|real|free) (?:money|cash|income)|(?:earn|make) (?:money|cash|income) (?:online|from home|fast|now|today)|quick cash|easy money|instant (?:loan|cash|approval)|ganar dinero|dinero (?:fácil|facil|extra|desde casa)|gagner de l['’]argent|geld verdienen|ganhar dinheiro|soldi facili)/iu
  },
  {
    kind: 'pills_and_bets',
    strong: true,
    words: words(
      'viagra cialis levitra xanax pills supplement supplements garcinia keto enhancement casino slots spins odds bets bet match matches slot judi togel bandarq poker replica jerseys raybans oakleys uggs essays essay'
    ),
    pattern:
      /\b(?:viagra|cialis|levitra|xanax bars|weight ?loss (?:pills?|secret|supplement)|fat[- ]burn(?:er|ing) (?:pills?|supplement)|garcinia|keto (?:pills|gummies)|male enhancement|(?:casino|betting|slots?) (?:bonus|free spins)|free spins|sure (?:odds|bets?)\b|fixed match(?:es)?|slot gacor|judi online|togel|bandar ?q|poker online|replica (?:watches|bags)|cheap (?:jerseys|ray[- ]?bans?|oakleys?|uggs?|essays?)|write (?:my|your) essay|essays? (?:pay|due).{0,40}(?:dm|whatsapp))/iu
  },
  {
    // Advisers and newspapers say so too.
    kind: 'money_talk',
    strong: false,
    words: words('passive payday debt credit mlm'),
    pattern: /\b(?:passive income|payday loans?|debt relief|bad credit|mlm)\b/iu
  },
  {
    kind: 'push',
    strong: false,
    words: words(
      'click signup order buy limited dm inbox whatsapp telegram stream streaming cliquez klicken clique haz promo coupon link'
    ),
    pattern:
      /\b(?:click (?:here|the link|link below)|sign ?up (?:now|here|today|free)|order now|buy now|act now|limited (?:time )?(?:offer|spots?|slots?)|dm (?:me )?(?:now|for (?:info|details|promo))|link in (?:my )?bio|inbox me|whatsapp(?: me)?:? ?\+?\d|telegram:? ?(?:@|t\.me)|full movie|live ?stream(?:ing)? (?:free|hd|link)|haz clic|cliquez ici|hier klicken|clique aqui|promo ?code|coupon code)/iu
  }
]

export const moneyEmoji: ReadonlySet<string> = new Set(['💰', '💵', '💸', '🤑', '🚀', '🎁', '💎', '👇'])

/** Which baits, as bits by their place in the list, a word may belong to. */
export const baitsByWord: ReadonlyMap<string, number> = new Map(
  [...new Set(baits.flatMap(bait => [...bait.words]))].map(word => [
    word,
    baits.reduce((bits, bait, at) => (bait.words.has(word) ? bits | (1 << at) : bits), 0)
  ])
)
