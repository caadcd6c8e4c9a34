import { type LinearFacts, type LinearModel, linearModel } from '../linear/linear-model.ts'
import type { Pack } from '../packs/pack.ts'
import { pack } from '../packs/packs.ts'
import type { PostReading } from '../reading.ts'
import { describeOffensive, type WordGrade } from './offensive-features.ts'

/** The facts of the pack `adult`. */
export type OffensiveFacts = LinearFacts & {
  /** A post at this probability or above is said to be offensive: best macro-F1 in cross-validation. */
  readonly offensiveFrom: number
  /** What was added to the logits when they were scaled; the biases hold it. */
  readonly shift: number
}

type Opened = { readonly model: LinearModel; readonly grades: ReadonlyMap<string, WordGrade>; readonly from: number }
let opened: Opened | undefined

/** Whether a post swears at or insults somebody, and the probability that it does; nothing of a post without words. */
export function offensiveOf({
  text
}: Pick<PostReading, 'text'>): { readonly value: boolean; readonly probability: number } | undefined {
  if (text.tokens.length === 0) return
  opened ??= openOffensive(pack('adult'))
  const probability = opened.model.predict(describeOffensive(text, opened.grades))[1] as number
  return { value: probability >= opened.from, probability }
}

function openOffensive(from: Pack): Opened {
  return {
    model: linearModel(from),
    grades: readGrades(from.text('grades')),
    from: (from.manifest.facts as OffensiveFacts).offensiveFrom
  }
}

/** Lines of a word, its grade and its feeling, with spaces between. */
export function readGrades(text: string): ReadonlyMap<string, WordGrade> {
  return new Map(
    text.split('\n').map(line => {
      const [word = '', grade, feeling] = line.split(' ')
      return [word, { grade: Number(grade), feeling: Number(feeling) }]
    })
  )
}
