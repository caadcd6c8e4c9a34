import { fileURLToPath } from 'node:url'
import { loadFolder } from '../load-folder.ts'
import type { Post } from '../model/post.ts'
import type { Profile } from '../model/profile.ts'
import {
  type Evidence,
  noPostTraits,
  noProfileTraits,
  type PostTraits,
  type ProfileTraits,
  type TraitName
} from '../model/traits.ts'
import { modelVersionOf } from './model-version.ts'
import { inOrderOfNeeds } from './order-traits.ts'
import { readPacksAhead } from './packs/packs.ts'
import { readPost, readProfile } from './reading.ts'
import type { PostTrait, ProfileTrait } from './trait.ts'

type Trait = ProfileTrait | PostTrait

const folder = fileURLToPath(new URL('traits/', import.meta.url))
const packsRead = readPacksAhead() // While the traits' files are loaded.
const files = await loadFolder<Trait | readonly Trait[]>(folder)
await packsRead
const traits = files.flat()
const profileTraits = inOrderOfNeeds(traits.filter(trait => trait.about === 'profile'))
const postTraits = inOrderOfNeeds(traits.filter(trait => trait.about === 'post'))

/** Says what the traits say that are not switched off. */
export type Enricher = {
  /** The models, what is left out and what is guessed: `2`, or `2-gender`; stored beside what they said. */
  readonly version: string
  readonly off: readonly TraitName[]
  readonly birthyearFromName: boolean
  profile(profile: Profile): ProfileTraits
  post(post: Post): PostTraits
}

/** `off`: traits that are not said, nor written anywhere. */
export function createEnricher(off: readonly TraitName[] = [], birthyearFromName = false): Enricher {
  const wanted = profileTraits.filter(({ isAtWish }) => birthyearFromName || !isAtWish)
  const saidOfProfiles = neededBy(wanted, off)
  const saidOfPosts = neededBy(postTraits, off)
  return {
    version: modelVersionOf({ off, birthyearFromName }),
    off,
    birthyearFromName,
    profile: profile => enrichProfile(profile, saidOfProfiles, off),
    post: post => enrichPost(post, saidOfPosts, off)
  }
}

/** The traits that are said, and those that they need. */
function neededBy<Kind extends Trait>(all: readonly Kind[], off: readonly TraitName[]): Kind[] {
  const needed = new Set<TraitName>()
  for (const { name, needs = [] } of all.toReversed()) {
    if (off.includes(name) && !needed.has(name)) continue
    for (const wanted of [name, ...needs]) needed.add(wanted)
  }
  return all.filter(trait => needed.has(trait.name))
}

const { evidence: _, ...nothingSaid } = noProfileTraits

/** Everything that the profile alone says of the person or organization behind it. */
function enrichProfile(profile: Profile, said: readonly ProfileTrait[], off: readonly TraitName[]): ProfileTraits {
  const reading = readProfile(profile)
  const columns = { ...nothingSaid }
  const evidence: Evidence[] = []
  const hidden: Partial<Record<string, unknown>> = {}
  for (const trait of said) {
    const inferred = trait.infer(reading, columns)
    if (!inferred) continue
    if (off.includes(trait.name)) for (const name of keysOf(inferred.columns)) hidden[name] = noProfileTraits[name]
    else for (const each of inferred.evidence) evidence.push(rounded(each))
    Object.assign(columns, inferred.columns)
  }
  return Object.assign(columns, hidden, { evidence })
}

/** Digits beyond are noise: they come out otherwise in code that the engine has optimised meanwhile. */
function rounded({ trait, value, confidence, from }: Evidence): Evidence {
  return { trait, value, confidence: Math.round(confidence * 1000) / 1000, from }
}

/** Everything that is said of one post. */
function enrichPost(post: Post, said: readonly PostTrait[], off: readonly TraitName[]): PostTraits {
  const reading = readPost(post)
  const columns = { ...noPostTraits }
  const hidden: Partial<Record<string, unknown>> = {}
  for (const trait of said) {
    const inferred = trait.infer(reading, columns)
    if (!inferred) continue
    if (off.includes(trait.name)) for (const name of keysOf(inferred)) hidden[name] = noPostTraits[name]
    Object.assign(columns, inferred)
  }
  return { ...columns, ...hidden }
}

function keysOf<Columns extends object>(columns: Columns): (keyof Columns)[] {
  return Object.keys(columns) as (keyof Columns)[] // Object.keys forgets the literal types.
}
