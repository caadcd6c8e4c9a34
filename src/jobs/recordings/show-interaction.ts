import type { SampledPost } from '../../analytics/interactions/newest-interactions.ts'
import type { Targets } from '../../analytics/targets/target.ts'
import type { Service } from '../../model/ids.ts'
import type { SampledInteraction } from './recording.ts'

const blockNames: Partial<Record<Service, string>> = { facebook: 'fb', linkedin: 'li' }

/** What clients look for under the name of the network, too. */
const repeated: Partial<Record<Service, (post: SampledPost) => object>> = {
  facebook: ({ content, media_type }) => ({ content, media_type, all: { content } }),
  linkedin: ({ content }) => ({ content, all: { content } })
}

/** A post as clients of the Task API read it. */
export function showInteraction(service: Service, post: SampledPost, targets: Targets): SampledInteraction {
  const tree = tagTree(post)
  return {
    interaction: {
      id: post.id,
      content: post.content,
      subtype: post.subtype,
      media_type: post.media_type,
      created_at: rfc2822(post.created_at),
      hashtags: post.hashtags,
      ...(Object.keys(tree).length > 0 && { tag_tree: tree })
    },
    [blockNames[service] ?? service]: {
      ...repeated[service]?.(post),
      ...(targets.find('interaction.language') && post.language !== '' && { language: post.language }),
      links: post.urls
    }
  }
}

// `Thu, 01 Jun 2017 00:00:00 +0000`
const rfc2822 = (ms: number) => new Date(ms).toUTCString().replace('GMT', '+0000')

type Tree = { [name: string]: Tree | (string | number)[] | number }

/** `{cars: {maker: ['Volvo'], score: 3}}`: names are lists, scores are numbers. */
function tagTree({ paths, names, scores }: SampledPost): Tree {
  const tree: Tree = Object.create(null)
  for (const [index, path] of paths.entries()) {
    if (path === '') continue
    const parts = path.split('.')
    const last = parts.pop() ?? ''
    let branch = tree
    for (const part of parts) {
      const next = branch[part]
      const inner: Tree = typeof next === 'object' && !Array.isArray(next) ? next : Object.create(null)
      branch[part] = inner
      branch = inner
    }
    const [name = '', score = null, known] = [names[index], scores[index], branch[last]]
    if (score !== null) branch[last] = score
    else branch[last] = Array.isArray(known) ? [...known, name] : [name]
  }
  return tree
}
