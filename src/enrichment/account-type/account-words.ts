import { enterWordList } from '../text/word-lists.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** A group speaks of itself so. */
export const groupPronouns = words(`
  we we're we've we'll our ours us ourselves nous notre nos wir unser unsere uns noi nostro nostra nosotros nuestro nuestra
  nuestros nuestras somos nós nosso nossa wij onze ons kami kita мы наш наша biz`)

/** A person speaks of himself or herself so. */
const personPronouns = words(`
  i i'm im i've i'll i'd my me mine myself je j'ai mon ma mes moi ich mein meine mir mich io mio mia yo mi mis soy eu meu minha
  sou ik mijn saya aku gue gw я мой моя ben benim he/him she/her`)

/** Roles that only a person has. */
const personalRoles = words(`
  mom mum mother dad father husband wife son daughter brother sister mama papa grandma grandpa student graduate alumnus alumna
  engineer teacher writer author journalist lover fan addict enthusiast geek nerd girl boy guy man woman lady single married
  taken born aspiring freelance professor ceo founder director manager lecturer nurse doctor lawyer attorney husband father
  mamá papá esposa esposo madre padre hijo hija estudiante periodista abogado abogada escritor escritora père mère étudiant
  étudiante mari femme vater mutter student studentin journalist journalistin mãe pai estudante jornalista advogado advogada`)

/** What organizations say of themselves. */
const groupWords = words(`
  official company services service products solutions customers clients nonprofit non-profit organization organisation
  association foundation charity news updates magazine store shop restaurant hotel dedicated provides providing provider
  leading supplier established since offers offering follow-us contact call hours open visit located bringing specializing
  specialising community members support school university college church club league team agency studio center centre
  institute department government council official-account tweets feed alerts deals brand breaking latest empresa oficial
  noticias servicios asociación fundación entreprise association officiel société unternehmen verein offiziell azienda`)

/** What words of a bio speak for. A pronoun is no role, a role is nothing that organizations say. */
export const sides = {
  group: enterWordList(groupPronouns),
  person: enterWordList(personPronouns.difference(groupPronouns)),
  role: enterWordList(personalRoles.difference(groupPronouns).difference(personPronouns)),
  trade: enterWordList(groupWords.difference(groupPronouns).difference(personPronouns).difference(personalRoles))
}
