/** The part of a text that is in a language: without links, handles and the mark of a retweet, and without hashtags where there are words enough. */
export function languageWords(text: string): string {
  const words = text.replace(apart, ' ')
  return text.includes('#') && fewWords.test(words) ? `${words} ${hashtagsOf(text)}` : words
}

// Corpora write `http` where a link was.
const apart = /\bhttps?\b\S*|\bwww\.\S+|[@#][\p{L}\p{M}\p{N}_]+|^RT\b|&(?:amp|lt|gt|quot);/gu
const fewWords = /^\P{L}*(?:\p{L}[\p{L}\p{M}'’]*(?:\P{L}+|$)){0,2}$/u
const hashtag = /#([\p{L}\p{M}\p{N}_]+)/gu
const camel = /(?<=\p{Ll})(?=\p{Lu})|_|\p{N}+/u

/** Hashtags as words: `#GoodMorning` → `Good Morning`. */
function hashtagsOf(text: string): string {
  return [...text.matchAll(hashtag)].flatMap(([, tag = '']) => tag.split(camel)).join(' ')
}
