import { sentimentOf } from '../sentiment/sentiment.ts'
import type { PostTrait } from '../trait.ts'

const trait: PostTrait = {
  about: 'post',
  name: 'sentiment',
  needs: ['languages'],
  infer(reading, { language }) {
    const said = sentimentOf(reading, language)
    return said && { sentiment: said.value }
  }
}
export default trait
