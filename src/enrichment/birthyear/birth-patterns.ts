import { enterWordList } from '../text/word-lists.ts'

// What stands before or behind a year of birth, in lower case; as in age-patterns.ts.

const edge = String.raw`(?<![\p{L}\p{N}])`
const pattern = (...parts: readonly string[]) => new RegExp(parts.join(''), 'u')

const born = String.raw`born|b[.:]|dob|d\.o\.b\.?|birth(?:day|date|year| year| date)?|bday|b-day|née?(?:\(e\)|·e)?|nacid[oa]|nací|nascid[oa]|nasci|geboren|geb[.:]|nat[oa]|sono nat[oa]|lahir|doğum(?: tarihi)?|n\.|🎂|🎉|🎈`
/** `born in Chicago on 4 July`; the window ends at the end of a sentence, and a date's own points and strokes are no end. */
export const bornBefore = pattern(edge, String.raw`(?:${born})(?:[^.!?|•·\n]|(?<=\d)[.](?=\d|\s|$)){0,40}$`)
/** The same for a year of two digits: close by, and with a sign or article. */
export const bornShortBefore = pattern(
  edge,
  String.raw`(?:born (?:in )?['’]|nacid[oa] en(?: el)? ['’]?|nací en(?: el)? ['’]?|née?(?:\(e\))? en ['’]?|nat[oa] nel(?:l')?['’ ]+|nasci(?:d[oa])? em ['’]?)$`
)
/** `Jahrgang 90`, `classe '85`. */
export const cohortBefore = pattern(
  edge,
  String.raw`(?:jahrgang|jg\.?|rocznik|ročník|classe|leva|lichting|bouwjaar|quinta del|promesa del)\s*['’]?$`
)
export const starBefore = /(?:^|[\s(|,•·])\*\s?$/u
export const cohortBehind =
  /^[\s-]?(?:liner(?! notes)|line|baby|babe|kid|doğumlu|born|г\.\s?р\.|года рождения|年生|年生まれ|년생|年出生)(?![\p{L}\p{N}])/u
/** The same behind two digits; `12年生` is in the twelfth class. */
export const cohortShortBehind = /^(?:[\s-]?(?:liner|line)(?! notes)|年生まれ|년생)(?![\p{L}\p{N}])/u
export const cohortKidBefore = /['’]$/u

/** What else is born: companies, bands, children, and people who are born to run. */
export const otherBorn = pattern(
  String.raw`(?:compan(?:y|ies)|brand|band|club|firm|label|podcast|internet|web|project|studio|agency|startup|team|idea|movement|magazine|we|they|he|she|it|who)\s+(?:is |was |were |are |all )?(?:born|b\.)|(?<!i )(?:was|were) born|born (?:to|this|again|out|for|free|ready|as)\b|born in the (?:usa|\d)|(?<!\p{L})(?:isn'?t|wasn'?t|not|nicht|pas)(?!\p{L})|(?:son|daughter|boy|girl|kids?|baby|twins|child|dog|cat|puppy)s?(?:,| was| were| is)? born`
)

export const speaksAsMany = enterWordList(
  "we we're we've our ourselves nosotros somos nuestra nuestro nuestros nuestras nous notre nos wir unser unsere unseren siamo nostra nostro nossa nosso nossos somos kami biz wij onze official".split(
    ' '
  )
)
export const speaksAsOne = enterWordList(
  "i i'm im i've my me myself ich mein meine je j'ai mon yo soy tengo mi mis io sono ho eu sou tenho meu minha ik ben mijn she he they".split(
    ' '
  )
)
