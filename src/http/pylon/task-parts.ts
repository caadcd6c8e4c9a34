import { Type } from 'typebox'
import { taskTypes } from '../../jobs/tasks/task.ts'
import { hash40 } from './pylon-schemas.ts'

export const typePart = { type: Type.Enum([...taskTypes], { description: 'The type of the task.' }) }
export const idPart = { id: hash40('The id of the task.') }
