import Type, { type Static } from 'typebox'

export const maxIds = 1_000
const maxNote = 200

// PostgreSQL cannot store a NUL.
const pattern = '^[^\\u0000]*$'
const note = (description: string) => Type.Optional(Type.String({ maxLength: maxNote, pattern, description }))

/** What every request may carry beside its ids: kept with the execution, answered with its status, no part of the question. */
export const Notes = Type.Object({
  labels: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 100, pattern }), {
      maxItems: 20,
      description: 'Names to find executions by; a repeated request adds its labels.'
    })
  ),
  externalId: note('The name that the question has with its asker.'),
  project: note('For finding executions by project.'),
  user: note('For finding executions by user.'),
  version: note("The asker's version of the question."),
  configuration: note('Answered with the status and with the result.'),
  dispatch: note('Kept as it is.')
})
export type Notes = Static<typeof Notes>

const Id = Type.String({
  description: 'service:native_id, or service:@handle where the corpus knows the handle',
  examples: ['twitter:116679528']
})

/** The two ways to say whom a question is about. */
export const Audience = Type.Object({
  ids: Type.Optional(Type.Array(Id, { maxItems: maxIds, description: 'Whom the question is about.' })),
  audience: Type.Optional(
    Type.Object(
      { items: Type.Array(Type.Union([Id, Type.Object({ id: Id })]), { maxItems: maxIds }) },
      { description: 'Another way to give the ids.' }
    )
  )
})
