const plain = /^[a-z]*$/
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd'
}

// Marks above and below letters; the vowels of Indian and Thai letters are marks too, and stay.
const accents = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670.'’‘]+/g

/** A name as the tables write it: in small letters, without accents, dots and apostrophes; hyphens stay. */
export function foldName(word: string): string {
  const small = word.toLowerCase()
  if (plain.test(small)) return small
  return small
    .normalize('NFD')
    .replace(accents, '')
    .replace(/[ßøłıđæœþð]/g, letter => letters[letter] ?? letter)
}

/** FNV-1a over UTF-16 units, mixed once more: 110,000 names share a number about once, and a word that is no name is taken for one once in 40,000. */
export function hashName(folded: string, from = 0, to = folded.length): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
