import { type ProfileId, serviceOf } from '../model/ids.ts'
import type { Interaction, InteractionType } from '../model/interaction.ts'
import type { Mention, Post } from '../model/post.ts'
import type { ImportSink } from './import-format.ts'
import { handleReference } from './values/read-id.ts'

/**
 * Whom a post engages: the account that it retweets, quotes or answers, and those it mentions. What a retweet repeats
 * mentions nobody, nobody engages with themselves, and the mention of the account that is answered is the reply.
 * `alsoAnswers` is the account that a quote answers besides.
 */
export function interactionsOf(post: Post, alsoAnswers: ProfileId | null = null): Interaction[] {
  const found = new Map<string, InteractionType>()
  if (post.kind !== 'post' && post.refAuthor) found.set(`${post.kind} ${post.refAuthor}`, post.kind)
  const answered = alsoAnswers ?? (post.kind === 'reply' ? post.refAuthor : null)
  if (answered) found.set(`reply ${answered}`, 'reply')
  if (post.kind !== 'retweet') {
    for (const mention of post.mentions) {
      const to = mentioned(mention, post)
      if (to && to !== answered) found.set(`mention ${to}`, 'mention')
    }
  }
  return [...found]
    .map(([key, type]) => ({ type, to: key.slice(type.length + 1) }))
    .filter(({ to }) => to !== post.author)
    .map(({ type, to }) => ({ from: post.author, to, type, postId: post.id, createdAt: post.createdAt }))
}

/** Hands over a post with its interactions. */
export function putPost(sink: ImportSink, post: Post, alsoAnswers: ProfileId | null = null): void {
  sink.post(post)
  for (const interaction of interactionsOf(post, alsoAnswers)) sink.interaction(interaction)
}

function mentioned({ id, handle }: Mention, post: Post): string | null {
  if (id) return id
  return handle ? handleReference(handle, serviceOf(post.author)) : null
}
