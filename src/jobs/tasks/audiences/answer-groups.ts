import type { StrategyKnowledge } from '../strategy.ts'
import { allOf, isOneOf } from './csdl-text.ts'
import type { Question } from './question.ts'
import { groupCount } from './question.ts'
import { selectionFilter } from './selection.ts'
import type { Analyses } from './spawn-analyses.ts'

/** What stands in an answer for one audience. */
export type Answer = Readonly<Record<string, unknown>> & { readonly redacted: boolean }

/** How many analyses find the groups that are not named in the question. */
export function stepsToFindGroups({ groups }: Pick<Question, 'groups'>): number {
  return groups?.kind === 'top' ? 1 : 0
}

/** Answers a question for its audience, or for each of its groups in turn; `stepsEach` is what a group that is not there saves. */
export async function answerGroups(
  question: Question,
  known: StrategyKnowledge,
  analyses: Analyses,
  stepsEach: number,
  answer: (filter: string) => Promise<Answer>
): Promise<Readonly<Record<string, unknown>>> {
  const common = selectionFilter(question.selection, known)
  const result = question.groups ? await ofEach() : await answer(common)
  return { ...result, ...(analyses.isApproximate() && { approximate: true }) }

  async function ofEach() {
    const groups = await findGroups(question, known, common, analyses)
    const answers: [string, Answer][] = []
    for (const [name, filter] of groups) answers.push([name, await answer(allOf([common, filter]))])
    const spare = groupCount(question) - groups.length
    if (spare > 0) await analyses.skip(spare * stepsEach)
    return { groups: Object.fromEntries(answers) }
  }
}

/** The name and the filter of each group. */
async function findGroups({ groups }: Question, known: StrategyKnowledge, common: string, analyses: Analyses) {
  if (!groups) return []
  if (groups.kind === 'custom')
    return groups.selections.map(([name, selection]) => [name, selectionFilter(selection, known)] as const)
  const { dimension, count } = groups
  const { analysis } = await analyses.values('Groups', common, dimension.target, count)
  return analysis.results.map(({ key }) => [String(key), isOneOf(dimension.target, [String(key)])] as const)
}
