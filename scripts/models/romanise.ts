const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  ѓ: 'gj',
  ђ: 'dj',
  е: 'e',
  ё: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'y',
  ј: 'j',
  к: 'k',
  ќ: 'kj',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dzh',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya'
}

/** A Cyrillic name in Latin letters, as passports of several decades have it; nothing when it is written in other letters. */
export function romanised(name: string): readonly string[] {
  const small = name.toLowerCase().normalize('NFC')
  if (!/^[\u0400-\u04ff]+$/.test(small)) return []
  const plain = [...small].map(letter => cyrillic[letter] ?? '').join('')
  return [
    ...new Set([
      plain,
      plain.replace(/iya$/, 'ia'),
      plain.replace(/(?:iy|yy)$/, 'y'),
      plain.replace(/yu/g, 'iu').replace(/ya/g, 'ia').replace(/y$/, 'i')
    ])
  ]
}
