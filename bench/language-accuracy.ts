import { detectLanguage } from '../src/enrichment/detect-language.ts'
import { languageOfText } from '../src/enrichment/traits/language.ts'
import { csvRows, jsonLines, percent } from './labelled-data.ts'

// Measures the language trait on posts whose language people or the network said, and how often it stays silent on
// languages that it does not know: node bench/language-accuracy.ts [folder of the labelled data]

type Labelled = { readonly lang: string; readonly text: string }

/** The masks of the labelled sets (`@user`, `http`) are no words of any language. */
const unmasked = (text: string) => text.replace(/\bhttp\b/g, ' ')

function report(title: string, rows: readonly Labelled[]) {
  const said = rows.map(row => ({ row, said: languageOfText(unmasked(row.text)) })).filter(entry => entry.said)
  const right = said.filter(entry => entry.said?.language === entry.row.lang)
  console.log(
    `${title}: ${rows.length} posts, said for ${percent(said.length, rows.length)}, right ${percent(right.length, said.length)}`
  )
}

const labelled = (file: string) => csvRows(file).map(({ lang = '', text = '' }) => ({ lang, text }))
const arabicToo = new Map([
  ['arq', 'ar'],
  ['ary', 'ar']
])

const eight = labelled('sentiment/umsab-train.csv.gz').filter(row => row.lang !== 'hi') // Hindi there is in Latin letters.
report('seven languages (UMSAB)', eight)
for (const lang of new Set(eight.map(row => row.lang)))
  report(
    `  ${lang}`,
    eight.filter(row => row.lang === lang)
  )
const wordsOf = (text: string) =>
  unmasked(text)
    .replace(/[@#]\w+/g, '')
    .match(/\p{L}+/gu)?.length ?? 0
for (const words of [3, 5, 10])
  report(
    `  of ${words} words`,
    eight.filter(row => wordsOf(row.text) === words)
  )
const forced = eight.filter(row => detectLanguage(unmasked(row.text))?.language === row.lang)
console.log(`  without ever staying silent: ${percent(forced.length, eight.length)}`)

const african = labelled('sentiment/afrisenti-train.csv.gz').map(row => ({
  ...row,
  lang: arabicToo.get(row.lang) ?? row.lang
}))
const known = new Set(['am', 'ar', 'pt', 'yo'])
report(
  'African posts in known languages',
  african.filter(row => known.has(row.lang))
)
report(
  'African posts in unknown languages (each answer is wrong)',
  african.filter(row => !known.has(row.lang))
)

type SamplePost = { lang: string | null; text: string | null }
const sample = jsonLines<SamplePost>('sample-corpus/posts.jsonl.gz').flatMap(({ lang, text }) =>
  lang && text && !/^(?:und|zxx|art|q..)$/.test(lang) ? [{ lang: lang === 'in' ? 'id' : lang, text }] : []
)
report("sample corpus (the network's own labels)", sample)

const start = performance.now()
for (const row of eight) languageOfText(row.text)
console.log(`${Math.round(eight.length / ((performance.now() - start) / 1000))} posts a second`)
