// Most Japanese names are two words; what the second one is tells women's from men's, whatever the first.
const first =
  'aki asa chika eiji fumi hama haru hide hiro hisa iku katsu kazu kiyo koto kuni masa michi mitsu moto mune nao naga nobu nori sada sato shige tada taka take tatsu teru toki tomo toshi tsune yasu yoshi yuki'.split(
    ' '
  )
const ofMen =
  'aki chika fusa hiko hiro hisa hito ji jiro kata kazu ki kuni masa mitsu mori mune naga nari nobu nori o ro sada shi shige suke ta tada taka take taro to toki tomo toshi tsugu ya yasu yoshi yuki'.split(
    ' '
  )
const ofWomen = ['e', 'ko']

/** Japanese names in Latin letters, put together: Toshihisa, Motoyoshi; Yoshie, Tomoko. */
export const japaneseNames = {
  female: first.flatMap(start => ofWomen.map(end => start + end)),
  male: first.flatMap(start => ofMen.filter(end => end !== start).map(end => start + end))
} as const
