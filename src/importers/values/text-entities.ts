import type { Service } from '../../model/ids.ts'
import type { Mention } from '../../model/post.ts'

// The rules of Twitter's twitter-text, cut to what reading (not linking) needs; links are those with a scheme.
const hashtag = /(?<![\p{L}\p{M}\p{N}_&/])[#＃](?!\uFE0F|\u20E3)([\p{L}\p{M}\p{N}_\u00B7\u200C\u200D]+)(?![#＃])/gu
const link = /https?:\/\/[^\s<>"'`{}|\\^\u3000-\u303F\uFF00-\uFF60]{1,4096}/giu

const mention: Record<Service, RegExp> = {
  twitter: /(?<![A-Za-z0-9_!#$%&*@＠/])[@＠]([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_@＠\u00C0-\u024F]|:\/\/)/gu,
  bluesky: /(?<![\p{L}\p{N}_@/.])@((?:[a-zA-Z0-9-]{1,63}\.)+[a-zA-Z]{2,63})(?![a-zA-Z0-9-])/gu,
  mastodon: /(?<![\p{L}\p{N}_@/.])@([A-Za-z0-9_]{1,64}@[a-zA-Z0-9.-]*[a-zA-Z0-9])/gu,
  // Both write a mentioned person's name, which is no handle.
  linkedin: /(?!)/gu,
  facebook: /(?!)/gu
}

type TextEntities = {
  readonly hashtags: readonly string[]
  readonly mentions: readonly Mention[]
  readonly urls: readonly string[]
}

/** Hashtags, mentions and links of a post whose source gives only its text. What stands inside of a link is none of its own. */
export function textEntities(text: string, service: Service): TextEntities {
  const urls = [...text.matchAll(link)].map(([found]) => withoutTail(found))
  const rest = urls.length === 0 ? text : text.replace(link, ' ')
  return {
    hashtags: [...rest.matchAll(hashtag)].map(([, tag = '']) => tag).filter(tag => /[\p{L}\p{M}]/u.test(tag)),
    mentions: [...rest.matchAll(mention[service])].map(([, handle = '']) => ({
      id: null,
      handle: handle.toLowerCase()
    })),
    urls
  }
}

/** Punctuation that ends the sentence and not the link; a closing bracket belongs to it when it was opened in it. */
function withoutTail(found: string): string {
  let url = found
  for (;;) {
    const last = url.at(-1) ?? ''
    const isUnopened = (last === ')' && !url.includes('(')) || (last === ']' && !url.includes('['))
    if (!isUnopened && !/[.,;:!?…*_~]/.test(last)) return url
    url = url.slice(0, -1)
  }
}
