/** A question of the demo to the Task API; `type` and `parameters` are those of the call that it prints. */
export type TaskQuestion = {
  readonly title: string
  readonly type: 'analysis' | 'strategy'
  /** Asked of the recording that the demo makes, else of everything. */
  readonly isRecorded: boolean
  readonly parameters: object
  /** How to read the answer. */
  readonly reading: string
}

/** What the demo records: a filter in CSDL and the recording's name. */
export const recorded = {
  name: 'Congress on health care',
  csdl: 'interaction.content contains_any "health care, healthcare, medicaid, medicare, trumpcare, ACA"'
}

const day = 86_400
const june13 = Date.UTC(2017, 5, 13) / 1000
const august10 = Date.UTC(2017, 7, 10) / 1000

/** Three questions about what members of Congress posted. */
export const taskQuestions: readonly TaskQuestion[] = [
  {
    title: 'Which hashtags did they use about health care on 13 June 2017, and who used them?',
    type: 'analysis',
    isRecorded: true,
    parameters: {
      start: june13,
      end: june13 + day,
      parameters: {
        analysis_type: 'freqDist',
        parameters: { target: 'interaction.hashtags', threshold: 5 },
        child: { analysis_type: 'freqDist', parameters: { target: 'twitter.user.gender', threshold: 2 } }
      }
    },
    reading: 'Values within values: each hashtag with the genders of its authors, as far as the traits know them.'
  },
  {
    title: 'How many posts a day are there in the last weeks?',
    type: 'analysis',
    isRecorded: false,
    parameters: {
      start: august10 - 21 * day,
      end: august10,
      parameters: { analysis_type: 'timeSeries', parameters: { interval: 'day' } }
    },
    reading: 'The corpus was recorded on the afternoon of 9 August; of the days before it has what was newest.'
  },
  {
    title: 'What do the women in Congress write about more than Congress as a whole?',
    type: 'strategy',
    isRecorded: false,
    parameters: {
      strategy: 'top_concepts',
      version: 1,
      parameters: { audience: { genders: ['female'] }, comparison_audience: 'global', sort_by: 'relevance' }
    },
    reading: 'A strategy plans its own analyses and puts their answers together; `demograph tasks` lists all of them.'
  }
]
