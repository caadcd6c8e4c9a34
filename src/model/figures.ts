import { Type } from 'typebox'

/** How many, as results publish it. */
export const Count = Type.Integer({ minimum: 0 })

/** A part of a whole, as results publish it. */
export const Share = Type.Number({ minimum: 0, maximum: 1 })
