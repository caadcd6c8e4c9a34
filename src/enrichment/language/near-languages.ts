// Languages that share most of their letters and words, and words that one of them uses all the time and the others hardly ever.
// The table of n-grams knows the first of each group best, and some of the others not at all.
const groups: readonly Readonly<Record<string, string>>[] = [
  {
    id: `karena bisa nggak enggak gak ga banget kalo gimana udah uang mobil kantor beberapa bahwa saat kalian gue gua lo sih dong deh kok cuma
      cuman mau pemerintah polisi desember agustus juli senin selasa rabu jumat kapan aja bareng pengen nih yuk`,
    ms: `kerana tak takde takda ialah wang kereta pejabat bahawa ketika awak korang kitorang diorang hang sahaja je jer macam nak taknak dah tengok
      cakap kerajaan polis disember ogos julai isnin khamis jumaat hospital bilik seronok comel kat jom perlawanan seterusnya tengah pasal`
  },
  {
    hr: `što tko gdje lijep lijepo lijepa vrijeme svijet mlijeko dijete djeca uvijek ovdje negdje ponedjeljak nedjelja tjedan tisuća vlak kruh također općina
      siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac netko nitko`,
    sr: `šta ko gde lep lepo lepa vreme svet mleko dete deca uvek ovde negde ponedeljak nedelja hiljada voz hleb takođe opština
      januar februar mart april maj jun jul avgust septembar oktobar novembar decembar neko niko hteo srbija srbije beograd beograda beogradu`
  },
  {
    sl: 'kaj kje ampak tudi zelo danes jutri sem nisem kdo kdaj zakaj lahko imam vedno vsem vse večer lep lepo lepa vreme',
    sr: 'šta gde danas sutra nisam večeras sada uvek ovde voz hvala srbija srbije beograd beograda beogradu nedelja sam'
  },
  {
    da: `af mig dig sig hvad hvornår meget uge nogen noget jer tak aften efter gerne måske kun nu blevet hedder ligesom ad bliver lave laver sjovt dejlig
      godt mener også mand hvilken`,
    no: `av meg deg seg hva når mye uke noen noe dere takk kveld etter gjerne kanskje bare nå blitt heter liker veldig gjøre gjør gøy hyggelig helg helga
      fikk ikkje eg kva korleis noko frå berre`
  },
  {
    es: 'el los las una del muy también más gente hoy gracias por hay pero mañana años yo tengo hace buenos qué y',
    pt: 'o os as uma do da não muito também mais hoje obrigado obrigada por pelo pela você vc pra tá são então mas amanhã anos eu tenho',
    gl: 'pola polo unha dunha nunha moi tamén máis xente hoxe grazas xa aínda teño imos xunta galego galega galiza polos polas non sei fai despois mañá anos coas'
  },
  {
    nl: 'ik niet een het de wij zij je jij van naar maar ook heeft hebben zijn geen deze morgen goed mooi',
    af: 'ek nie ŉ hulle jy jou van na maar ook het geen hierdie more môre baie vandag ons dis sal kan weet wil hê gaan'
  },
  {
    hi: 'है हैं हूँ हूं था थी थे नहीं मैं आप यह वह और का की के में से को ने रहा रही रहे बहुत भी क्या कैसे',
    mr: 'आहे आहेत आणि नाही मी तू तुम्ही आम्ही माझा माझी माझे मला तुला खूप काय कसा कशी कुठे झाला झाली झाले होता होती होते करा करून पाहिजे असे चला जाऊया',
    ne: 'छ छन् छैन हुन्छ गर्न गर्ने गर्दै मलाई तपाईं तपाईंलाई नेपाल नेपाली नेपालको पनि धेरै भयो भने लागि राम्रो गरेको गर्नु हामी'
  },
  {
    ru: 'что когда как где кто это очень также будет нет уже ещё еще только сегодня не мне меня спать',
    uk: 'що коли як де хто це дуже також буде немає вже ще тільки сьогодні та мені мене наступний справи привіт дякую спати',
    bg: 'какво кога как къде кой това много също ще няма вече още само днес не да съм сме следващият как'
  },
  {
    bg: 'какво къде кой това също ще няма още само днес съм сме че който най пред аз ти',
    mk: 'што каде кој ова исто ќе нема уште само денес сум сме дека кој нај пред јас ти одиме убаво'
  }
]

const lists = groups.map(group => {
  const table = new Map<string, string | undefined>()
  for (const [language, words] of Object.entries(group))
    for (const word of words.split(/\s+/)) table.set(word, table.has(word) ? undefined : language)
  return { languages: Object.keys(group), table }
})

const word = /\p{L}[\p{L}\p{M}]*/gu

/** The language of a group that a text's frequent words speak for, and by how many words more than for the next; nothing where they speak for none. */
export function nearLanguage(
  language: string,
  text: string
): { readonly language: string; readonly lead: number } | undefined {
  let words: readonly string[] | undefined
  let found: { readonly language: string; readonly lead: number } | undefined
  for (const { languages, table } of lists) {
    if (!languages.includes(language)) continue
    words ??= text.toLowerCase().match(word) ?? []
    const told = mostSpoken(words, table)
    if (told && (found === undefined || told.lead > found.lead)) found = told
  }
  return found
}

function mostSpoken(words: readonly string[], table: ReadonlyMap<string, string | undefined>) {
  const votes = new Map<string, number>()
  for (const each of words) {
    const spoken = table.get(each)
    if (spoken !== undefined) votes.set(spoken, (votes.get(spoken) ?? 0) + 1)
  }
  const [most, next] = [...votes].sort(([, one], [, other]) => other - one)
  const lead = (most?.[1] ?? 0) - (next?.[1] ?? 0)
  return most && lead > 0 ? { language: most[0], lead } : undefined
}

/** Letters and forms that Urdu can hardly do without, and Persian has not. */
const urduLetters = /[ٹڈڑںےہھ]/u

/** Whether a text that looks like Urdu may be it. */
export const mayBeUrdu = (text: string) => urduLetters.test(text)
