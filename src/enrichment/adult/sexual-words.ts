const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words of sexual offers and pictures, in several languages; swear words are not among them. */
export const sexualWords = words(`
  porn porno pornstar pornstars pornhub xvideos xxx nsfw nudes nude naked onlyfans fansly chaturbate manyvids camgirl camgirls
  camboy camshow webcam-girl camming camsex sexting sexcam sexchat livesex sextape hentai rule34 milf milfs gilf bbw dilf twink
  twinks bareback creampie gangbang threesome blowjob handjob deepthroat cumshot cumslut cumming bukkake fetish findom femdom
  dominatrix paypig bdsm shemale ladyboy escort escorts callgirl callgirls striptease stripper swinger swingers hotwife cuckold
  hookup hookups horny kinky slutty busty bigtits bigboobs tits boobs pussy cock cocks dildo anal lingerie upskirt voyeur
  erotic erotica erótico erótica erótica sexshop sugarbaby sugardaddy lewd lewds r18 ahegao ecchi yiff
  porno pornos nackt nacktbilder sexkontakte fickkontakte huren hure nutte geil versaut erotik camgirls sexdate
  putas puta zorras desnuda desnudas desnudo follar cachonda cachondas folladas culona tetona tetas packs nalgas
  nue nues sexe salope salopes cochonne plan-cul libertine libertin branlette
  nuda nude scopare troia troie porca maiala tette incontri-sexy
  putaria safada safadas nudes gostosa novinha buceta pica punheta
  bokep ngentot colmek sange memek bispak openbo vcs
  порно секс эротика шлюхи голая интим проститутки минет
  سكس نيك سكسي نيج شراميط قحبه قحبة متناكه ديوث محارم
  エロ 裏垢 裏垢女子 オナニー セフレ 無修正 オフパコ 做爱 约炮 援交 裸聊 成人`)

/** Those of them that have another meaning, or are spoken of without an offer: cats, colours of lipstick, cars, birds. */
export const doubtfulWords = words(`
  nude naked nackt nue nues nuda desnudo lingerie cock cocks pussy tits boobs anal escort escorts stripper striptease hookup hookups swinger swingers voyeur
  erotic erotica erótico erótica erotik geil troia porca maiala zorras packs nalgas buceta hure fetish kinky lewd ecchi 成人 секс سكس`)

/** Emoji that stand for sex where words do too. */
export const sexualEmoji: ReadonlySet<string> = new Set(['🍆', '🍑', '💦', '🔞', '👅', '😈', '🥵', '🍒', '🫦', '🌶'])

/** Marks of content for adults. */
export const ageMarks = words('nsfw 🔞 r18 over18 18only adultsonly xxx 18禁 18yo')

/** Who speaks of these speaks about the matter, and offers nothing. */
export const soberWords = words(`
  addiction addicted recovery therapy therapist trafficking abuse abused assault harassment education educator awareness victim
  victims survivor survivors law lawyer ban banned bill research researcher study survey campaign church christ jesus god health
  nurse prevention police court charged arrested crime news report senator congress policy rights feminist journalist journal
  museum artist painting sculpture mole wedding fashion chicken beer cancer`)

/** Sites whose links are offers of that kind. */
export const adultHosts =
  /(?:^|\.)(?:onlyfans|fansly|pornhub|xvideos|xnxx|xhamster|redtube|youporn|chaturbate|manyvids|clips4sale|iwantclips|fancentro|justfor\.fans|loyalfans|stripchat|bongacams|livejasmin|myfreecams|cam4|camsoda|adultwork|adultfriendfinder|admireme|niteflirt|suicidegirls|rule34|e-hentai|nhentai|eros|tryst|brazzers|spankbang|redgifs|allmylinks)\b/i
