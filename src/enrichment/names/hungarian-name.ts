import { firstName } from './first-names.ts'
import { foldName } from './fold-name.ts'

/** Frequent Hungarian family names that are neither first names nor names of others, without their marks. */
const familyNames = new Set(
  `kovacs nagy szabo toth horvath varga molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah racz fekete szilagyi torok feher balazs gal szucs kocsis orsos
  pinter fodor szalai szoke hegedus kozma lukacs gulyas biro kiraly katona laszlo bogdan jakab boros sipos fabian soos hajdu kelemen oszlanyi illes barta veres voros halasz vegh`.split(
    /\s+/
  )
)

/** Whether a name of two words is in Hungarian order, the family first: `Kovács Zsófia`. */
export function isHungarian(words: readonly string[]): boolean {
  const [family = '', given = ''] = words
  return words.length === 2 && familyNames.has(foldName(family)) && (firstName(given)?.strength ?? 0) > 0.5
}
