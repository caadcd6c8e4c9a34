// How right the traits are, on cases that the models never saw: npm run bench:accuracy [-- gender place] [--write]. With --write
// the tables go into docs/accuracy.md, all of them. The labelled data is the developers' own; without it this says so and ends.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import type { AccuracyBench, AccuracyRow } from './row.ts'

const folder = new URL('.', import.meta.url)
const labelled = new URL('../../../shared/data/', import.meta.url)
const page = new URL('../../docs/accuracy.md', import.meta.url)

const words = process.argv.slice(2)
const isWritten = words.includes('--write')
const named = words.filter(word => !word.startsWith('--'))
const benches = (
  await Promise.all(
    readdirSync(folder)
      .filter(file => file.endsWith('.ts') && !['run.ts', 'row.ts'].includes(file))
      .sort()
      .map(async file => (await import(new URL(file, folder).href)) as { default?: AccuracyBench })
  )
).flatMap(module => module.default ?? [])

const unknown = named.filter(name => !benches.some(({ trait }) => trait === name))
if (unknown.length > 0 || (isWritten && named.length > 0)) {
  console.error(`Name traits out of ${benches.map(({ trait }) => trait).join(', ')}; --write takes all of them.`)
  process.exit(2)
}
if (!existsSync(labelled)) {
  console.log(
    'The labelled data that accuracy is measured on may not be passed on: it is not here. docs/accuracy.md has the figures.'
  )
  process.exit(0)
}

const sections: string[] = []
for (const { trait, run } of benches) {
  if (named.length > 0 && !named.includes(trait)) continue
  const lines = tableOf(trait, await run())
  console.log(lines.join('\n'))
  sections.push(...lines, '')
}
if (isWritten) writeFileSync(page, `${introduction()}\n${sections.join('\n').trimEnd()}\n`)

function tableOf(trait: string, rows: readonly AccuracyRow[]): string[] {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row.figures)))]
  const head = ['what', 'cases', ...columns, 'trivial answer', 'others', 'asked']
  return [
    `## ${trait}`,
    '',
    lineOf(head),
    lineOf(head.map(() => '---')),
    ...rows.map(row =>
      lineOf([
        row.what,
        row.n.toLocaleString('en'),
        ...columns.map(column => row.figures[column] ?? ''),
        row.baseline,
        row.anchor,
        row.target && `${row.target}${row.reached === undefined ? '' : row.reached ? ', reached' : ', **missed**'}`
      ])
    )
  ]
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function introduction(): string {
  return `# Accuracy

How right the traits are, on cases that the models never saw: where a model was trained on the same set, by cross-validation. \`npm run bench:accuracy\`
prints these tables, \`-- --write\` writes them here. The labelled data may not be passed on and is not in the repository; [traits](traits.md) says how each trait
works and when it stays silent. "Others" are published figures, on their own sets unless said otherwise.

Rows of a confidence compare what was said with what was observed, in bins of at least twenty cases. A bin counts as off when Wilson's 95 % interval of what was observed lies
wholly more than five points from what was said: in a bin of seventy cases the share alone moves ten points either way by chance.
`
}
