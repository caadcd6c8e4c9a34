// What stands before (`…$`) and behind (`^…`) a number that is somebody's age or year of birth, in lower case. Every pattern
// looks at a window of some forty characters, so that a text costs no more than its length.

const edge = String.raw`(?<![\p{L}\p{N}])`
const stop = String.raw`(?![\p{L}\p{N}])`
const pattern = (...parts: readonly string[]) => new RegExp(parts.join(''), 'u')

/** What parts of a description are set apart with; a point or comma only before a space. */
const mark = String.raw`(?:[|•·・;!?()[\]{}<>♡♥☆★\n–—]|[.,…](?=\s|$)|\/\/|::|\p{Extended_Pictographic}\ufe0f?|\p{Regional_Indicator}{2}|\p{So})`
export const boundaryBefore = pattern(`(?:^|${mark})`, String.raw`\s*$`)
export const boundaryBehind = pattern(String.raw`^\s*(?:$|${mark})`)

/** The last part of a text before a number: what is set apart from it by a stroke or the end of a sentence is left out. */
export const partBefore = pattern(String.raw`[^|•·\n!?]{0,60}$`)

const family =
  'sons?|daughters?|kids?|child(?:ren)?|boys?|girls?|twins?|(?:step|grand|god)?(?:mom|mum|mother|dad|father|parents?|son|daughter|child)|mommy|mama|daddy|papa|uncle|aunt|auntie|niece|nephew|brother|sister|' +
  'hij[oa]s?|niñ[oa]s?|madre|padre|mamá|papá|jóvenes|filh[oa]s?|mãe|pai|menin[oa]|fils|filles?|maman|mère|père|jumeaux|jumelles|enfants?|ados|sohn|söhne|tochter|töchter|mutter|vater|kind(?:er|ern)?|' +
  'figli[oa]?|bimb[oai]|mamma|papà|zoon|zonen|dochter|moeder|vader|kinderen|anak|çocuk|kızı|oğlu|wife|husband|dog|cat|pup'
const belonging =
  'my|our|his|her|their|your|mi|mis|nuestr[oa]|meu|minha|mon|ma|mes|notre|mein(?:e|er|em|en)?|unser(?:e|er)?|mio|mia|nostr[oa]|mijn|onze'
const relation = 'of|to|is|are|was|de|di|da|do|du|des|d|von|van|einer|eines|einem|ist|tiene|tem|ha|a|ages?|aged'
/** Somebody else's: `mom of a`, `my son is`, `Father of three,`. */
export const ofFamily = pattern(
  edge,
  `(?:(?:${belonging})\\s+(?:\\S+\\s+)?(?:${family})|(?:${family})\\s+(?:\\S+\\s+)?(?:${relation})|anak\\s+(?:(?:saya|aku|kami|kita|perempuan|laki-laki)\\s+)?(?:ber)?(?:umur|usia))`,
  stop
)
export const ofFamilyDirectly = pattern(
  edge,
  `(?:${belonging}|(?:${family})(?:\\s+(?:born|b\\.))?)`,
  String.raw`[\s(,:]*$`
)
/** `16 year old daughter`. */
export const familyBehind = pattern(String.raw`^[\s-]*(?:${family})`, stop)

/** An age that says "old" in its language; anything may stand before it but what follows. */
export const oldBehind = pattern(
  String.raw`^(?:[\s-]*(?:y\/o|y\.o\.?|yo|(?:yrs?|years?)[\s-]*olds?|years?\s+(?:young|of age)|yr[\s-]?old|años de edad|jahre alt|jaar oud|yaşındayım)|-?enne|\s?-?jährige[rns]?)`,
  stop
)
const turkishPersons =
  'kız|kadın|adam|erkek|delikanlı|genç|insan|anne|baba|bekar|evli|emekli|öğrenci(?:si|yim|siyim)?|öğretmen|mühendisi?|doktor|hemşire|avukat|gazeteci|yazar|sanatçı|oyuncu|müzisyen|sporcu|yazılımcı|gamer|fan'
/** `yaşında` goes before whoever and whatever is so old (`15 yaşında kızım var`): the writer's age stands apart, or before a word for a person that ends the part. */
export const turkishOldBehind = pattern(
  String.raw`^\s*yaşında(?:\s+(?:bir\s+)?(?:\p{L}+\s+)?(?:${turkishPersons}))?(?=\s*(?:$|${mark}))`
)
export const notOldBefore = pattern(
  edge,
  '(?:over|under|above|below|almost|nearly|at|since|when|was|were|until|till|to|than|not|turn(?:s|ing)?|soon|be|feel(?:s|ing)?|mentally|forever|are|is|our|my|his|her|their|the|this|these|those|for|every|raising(?: an?)?|age|an?\\s+over|million|billion|than|most|act(?:ing)?|like|like a|wir werden|werden|fast|bald|bijna|quasi|of|of an?|to an?|with an?|einer|eines|einem|people|anyone|everyone|must be)',
  String.raw`\s*$`
)
const things =
  'at heart|inside|compan(?:y|ies)|business(?:es)?|firm|account|brand|shop|store|bakery|church(?:es)?|school|club|team|band|blog|site|website|project|tradition|house|building|pub|brewery|restaurant|hotel|festival|car|truck|dog|cat|horse|puppy|whisky|whiskey|scotch|rum|wine|bourbon|tech|startup|start-up|charit(?:y|ies)|organi[sz]ation|non-?profit|agenc(?:y|ies)|institution|newspaper|magazine|fossils?|tree|album|game|and (?:up|over|older|above)|or (?:older|over|above)|to \\d+|welcome|child|minors?|baby|babies'
export const thingBehind = pattern(String.raw`^[\s-]*(?:${things})s?`, stop)
/** `a 40 year old bakery`: behind an article only a person goes. */
export const articleBefore = pattern(edge, String.raw`(?:an?|the)\s+$`)
const persons =
  'guy|girl|gal|boy|man|woman|male|female|dude|lad|lass|lady|bloke|chick|human|person|teen|teenager|youth|adult|kid|mom|mum|mother|dad|father|husband|wife|grandma|grandpa|student|artist|writer|author|journalist|teacher|nurse|gamer|engineer|developer|programmer|designer|photographer|musician|singer|rapper|dancer|athlete|runner|actor|actress|model|lawyer|doctor|entrepreneur|youtuber|streamer|blogger|vlogger|fan|nerd|geek|introvert|veteran|retired|retiree|single|married|gay|lesbian|trans|queer|bi|black|white|who|from|living|trying|with|based|college|high|university|aspiring|freelance|virgo|leo|libra'
export const personBehind = pattern(String.raw`^[\s-]*(?:$|[.,;|•!)]|(?:\p{L}+\s){0,1}(?:${persons})${stop})`)

/** Years without "old" in their language: they are an age only when set apart, or behind words that state it. */
export const yearsBehind = pattern(
  String.raw`^(?:\s*(?:años|añitos|anos|aninhos|ans|jahre|anni|jaar|yaş|tahun|thn|лет|года?|рок(?:ів|и)|lata?|let|år|vuotta)|\s?(?:歳|才|岁|歲|살)|\s?j\.)`,
  String.raw`(?=\s*(?:$|${mark}|[-–&/,.、。]|(?:y|e|et|und|en|and|oud|alt|dan|и|och|og)\s))`
)

/** The same in English, where it is said of everything. */
export const englishYearsBehind = pattern(String.raw`^\s*(?:years?|yrs?)(?=\s*(?:$|${mark}|[/,.]))`)

const statements =
  "i'?m|i am|im|(?<!(?:at|the|since|by|from|of|middle|new|old|dark|this|any|over|under) )aged?|my age is|(?:just |recently )?turned|currently|ich bin|(?<=^|[.,|•!] ?)bin|tengo|j'ai|ho|tenho|ik ben|umur(?:ku)?|usia|edad|idade|âge|âgée? de|alter|età|leeftijd|yaş(?:ım)?|мне|мені|je mi|mám|mam|jag är|jeg er|olen"
/** `I'm`, `Age:`, `tengo`, `j'ai`. */
export const statedBefore = pattern(`(?:^|[^\\p{L}\\p{N}'])(?:${statements})`, String.raw`[\s:=]*$`)
export const statedBehind = pattern(
  String.raw`^\s*(?:$|${mark}|(?:and|und|y|e|et|en|but|from|with|now|today|last (?:week|month)|years? old|&|years? of age)${stop})`
)

/** `Periodista de 26 años`, `ragazza di 25 anni`: one word that names a person, none that counts years. */
export const personOfBefore = pattern(
  String.raw`^\s*(?!(?:mayor|mayores|menor|menores|maiores|maior|más|mas|menos|mais|plus|moins|più|meno|minori|maggiori|experiencia|experiência|expérience|esperienza|trayectoria|historia|história|histoire|storia|hijo|hija|hijos|filho|filha|fils|fille|figlio|figlia|madre|padre|mamma|mãe|pai|tradición|âge|garantía)\s)\p{L}{4,}\s+d[ei]\s*$`
)

/** `22F`, `26/f/Toronto`, `22 m`. */
export const sexBehind = pattern(
  String.raw`^\s?\/?\s?(?:m|f|male|female|nb)(?=\s*(?:$|\/|${mark}|[,.])|\s[a-z]{2,3}(?:$|[\s,.|]))`
)
export const sexBefore = pattern(String.raw`(?:^|[\s|,.;•·(])(?:m|f|male|female|nb)\s?[\/,]?\s?$`)

export const pronounsBefore = pattern(
  edge,
  String.raw`(?:she|he|they|her|him|them|hers|his|ella|él|elle|ela|dela|ele|dele|sie|ihr|er|pronouns)\s*[)\]]?\s*(?:${mark}|[,/-])?\s*$`
)
export const pronounsBehind = pattern(
  String.raw`^\s*(?:${mark}|[,/-])?\s*[([]?\s*(?:(?:she|he|they|ella|él|elle|ela|ele|sie|er)\s?[/|]|any pronouns|pronouns)`
)
/** Words with a number of their own: `Vol. 23`, `No. 10`. */
export const numberedBefore = pattern(
  edge,
  String.raw`(?:no|nr|vol|ch|st|ep|pt|p|pp|art|rm|apt|num|nº|n°|tel|ext|gate|lot)\.?\s*$`
)
export const digitNear = /^\s*\S?\s*\d/u
export const digitBefore = /\d\s*\S?\s*$/u

/** Signs that make a number something else: prices, ranks, numbers of shirts, `18+`. */
export const otherBefore = /[\d.,:'’$€£¥#@+/%=_-]$|(?:^|\s)[\p{Sc}+-]\s?$/u
export const otherBehind = /^(?:[+%°$€£¥'’:"]|\.\d|,\d|\/\d|-\d|\s?(?:st|nd|rd|th)\b|\s?\+|\s?%|\s?[€£$])/u
