// Special categories of personal data, and the words by which a request may ask for them.
const categories: ReadonlyMap<string, string> = new Map(
  Object.entries({
    race: ['race', 'ethnicity', 'ethnicgroup', 'ethnicorigin', 'raceethnicity'],
    religion: ['religion', 'religiousbelief', 'religiousbeliefs', 'faith'],
    'sexual orientation': ['sexualorientation', 'sexuality', 'orientation', 'sexualpreference'],
    health: ['health', 'healthstatus', 'healthcondition', 'disability'],
    politics: [
      'politics',
      'politicalaffiliation',
      'politicalparty',
      'politicalview',
      'politicalviews',
      'politicalleaning',
      'ideology'
    ]
  }).flatMap(([category, words]) => words.map(word => [word, category]))
)

/** The special categories that members of a body ask for: by their names, by the texts in them, by the names inside. */
export function askedSpecialCategories(members: readonly (readonly [name: string, value: unknown])[]): string[] {
  const words = members.flatMap(([name, value]) => [name, ...wordsOf(value)])
  const asked = words.map(word => categories.get(word.toLowerCase().replace(/[^a-z]/g, '')))
  return [...new Set(asked)].filter(category => category !== undefined)
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.slice(0, 100).filter(item => typeof item === 'string')
  return typeof value === 'object' && value !== null ? Object.keys(value).slice(0, 100) : []
}
