import { japaneseName } from './japanese-name.ts'
import { chineseFamilyNames, koreanFamilyNames, longChineseFamilyNames } from './name-words.ts'

/**
 * A name written in Chinese letters or Hangul: the family name stands first. With a space between it is plain where it
 * ends; without one only frequent family names decide.
 */
export function eastAsianName(text: string, lang: string | null) {
  if (!mayBeEastAsian(text)) return undefined
  const name = text.replace(/[\p{Extended_Pictographic}\p{Cf}\p{Mn}]+/gu, '').trim()
  const apart = /^([\p{Script=Han}\p{Script=Hangul}]{1,3})[ \u3000]([\p{Script=Han}\p{Script=Hangul}]{1,3})$/u.exec(
    name
  )
  if (apart?.[1] && apart[2]) return { familyName: apart[1], givenName: apart[2], confidence: 0.8 }
  const japanese = lang?.startsWith('zh') ? undefined : japaneseName(name)
  if (japanese) return { familyName: japanese.family, givenName: japanese.given, confidence: 0.8 }
  const length = familyLength(name, lang)
  if (length === 0) return undefined
  return { familyName: name.slice(0, length), givenName: name.slice(length), confidence: 0.75 }
}

/** Hangul begins at U+1100, Chinese letters behind it: spares most names the patterns. */
function mayBeEastAsian(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x1100) return true
  return false
}

function familyLength(name: string, lang: string | null) {
  if (/^\p{Script=Hangul}{3}$/u.test(name) && koreanFamilyNames.has(name.charAt(0))) return 1
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || lang?.startsWith('ja')) return 0
  if (name.length > 2 && longChineseFamilyNames.has(name.slice(0, 2))) return 2
  return name.length < 4 && chineseFamilyNames.has(name.charAt(0)) ? 1 : 0
}
