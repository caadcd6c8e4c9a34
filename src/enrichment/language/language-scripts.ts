/** The script of most of a text's letters: one that the model of more languages knows, or another. */
export type LanguageScript = 'latin' | 'arabic' | 'ethiopic' | 'other'

/** Languages that are written otherwise are no answer for a text of these scripts. */
export const languagesOfScript: Readonly<Record<Exclude<LanguageScript, 'other'>, ReadonlySet<string>>> = {
  // Arabic and Hindi are often written in Latin letters on the networks.
  latin: new Set(
    `az ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro sk sl sq sv tl tr vi
     ar hi ha ig om pcm rw sw ts tw yo`.split(/\s+/)
  ),
  arabic: new Set(['ar', 'fa', 'ku', 'ur']),
  ethiopic: new Set(['am', 'ti'])
}

export function scriptOf(text: string): LanguageScript {
  let latin = 0
  let arabic = 0
  let ethiopic = 0
  let other = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) latin += (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 1 : 0
    else if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) latin += code >= 0xc0 ? 1 : 0
    else if ((code >= 0x600 && code < 0x700) || (code >= 0x750 && code < 0x780)) arabic++
    else if (code >= 0x1200 && code < 0x13a0) ethiopic++
    else if ((code >= 0x370 && code < 0x2000) || (code >= 0x3040 && code < 0xd7b0)) other++
  }
  // A word of Chinese, Japanese or Korean is two signs long, and Latin names stand among them.
  if (other * 2 > latin && other >= arabic && other >= ethiopic) return 'other'
  if (latin >= arabic && latin >= ethiopic) return 'latin'
  return arabic >= ethiopic ? 'arabic' : 'ethiopic'
}

const persianLetters = /[پچژگکیٹڈڑںےەێۆ]/gu

/** How many letters there are that Persian, Urdu and Kurdish have and Arabic has not. */
export function countPersianLetters(text: string): number {
  return text.match(persianLetters)?.length ?? 0
}
