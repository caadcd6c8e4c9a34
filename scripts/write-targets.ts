// Writes docs/targets.md from the registry: npm run targets:docs. With --check it writes nothing and fails when the file and the registry
// have drifted apart.
import { readFile, writeFile } from 'node:fs/promises'
import type { Target } from '../src/analytics/targets/target.ts'
import { loadTargets } from '../src/analytics/targets/targets.ts'

const file = new URL('../docs/targets.md', import.meta.url)

const intro = `# Targets

<!-- Written by npm run targets:docs from src/analytics/targets; do not edit. -->

The names that filters and analyses use. All are there on every server and for every network: the vocabularies of several networks read
the same columns, so that a query written for one runs over whatever data there is. \`demograph targets\` prints this list as your server
has it: a target whose trait is switched off (\`DEMOGRAPH_TRAITS_OFF\`) does not exist.

- **counted**: freqDist can count its values. **filter**: the filter of an analysis may name it; the filter and the tag rules of a recording
  may name every target but tags. **words**: \`contains\` and its kin match it word by word.
- A condition on a target without a value is false. Genders and ages of authors have the value \`unknown\` instead.
- What names one author (id, handle, name, addresses) is for recordings only.
- \`interaction.tag_tree.<path>\` is what the tag rules of the recording say under a path: names, or a score, which compares as a number.
- "Not known here" marks names of the public contract for which a corpus of posts has no data.
- How values are inferred is told in [methods.md](methods.md), how often they are right in [accuracy.md](accuracy.md).
`

function document(targets: readonly Target[]): string {
  const families = Map.groupBy(targets, ({ name }) => name.slice(0, name.indexOf('.')))
  const sections = [...families].map(([family, members]) => {
    const head = '| target | type | counted | filter | words | trait | what it is |\n|---|---|---|---|---|---|---|'
    return `\n## ${family}\n\n${head}\n${members.map(row).join('\n')}\n`
  })
  return `${intro}${sections.join('')}`
}

function row({ name, type, isAnalysable, isFilterable, isTokenised, trait, summary }: Target): string {
  const yes = (is: boolean) => (is ? 'yes' : '')
  const text = summary.replaceAll('|', '\\|')
  return `| \`${name}\` | ${type} | ${yes(isAnalysable)} | ${yes(isFilterable)} | ${yes(isTokenised)} | ${trait ?? ''} | ${text} |`
}

const current = document(loadTargets([]).all)
if (!process.argv.includes('--check')) {
  await writeFile(file, current)
} else if ((await readFile(file, 'utf8')) !== current) {
  console.error(
    'docs/targets.md is not what the registry says. If the change is meant, run `npm run targets:docs` and commit it.'
  )
  process.exitCode = 1
}
