// Reading and hashing a CSDL text of a mebibyte with 1,000 conditions, and one with 10,000 tag rules.
import { hashCsdl } from '../src/languages/csdl/normalise.ts'
import { parseCsdl } from '../src/languages/csdl/parse-csdl.ts'
import { inMs, median, printFigures } from './figures.ts'

const rounds = 11

const words = Array.from({ length: 120 }, (_, i) => `word${i} and`).join(', ')
const conditions = Array.from(
  { length: 1_000 },
  (_, i) => `interaction.content contains_any "${words.slice(0, 995)}, ${i}"`
)
const filter = conditions.join('\nor ')
const phrases = Array.from(
  { length: 1_000 },
  (_, i) => `interaction.content contains "${words.slice(0, 995)} ${i}"`
).join(' or ')
const rules = Array.from(
  { length: 10_000 },
  (_, i) => `tag.topic "${i}" { interaction.content any "a ${i}, b, c" }`
).join('\n')

function msOf(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}

function figure(what: string, text: string) {
  const read = msOf(() => parseCsdl(text))
  const both = msOf(() => hashCsdl(text))
  const size = `${(Buffer.byteLength(text) / 1024 / 1024).toFixed(2)} MiB`
  return [
    { what: `read ${what}, ${size}`, value: inMs(read), beside: 'target 50 ms', reached: read < 50 },
    { what: `read and hash ${what}`, value: inMs(both), beside: 'target 300 ms', reached: both < 300 }
  ]
}

printFigures(`CSDL, median of ${rounds}`, [
  ...figure('1,000 conditions with lists', filter),
  ...figure('1,000 conditions with phrases', phrases),
  ...figure('10,000 tag rules', rules)
])
