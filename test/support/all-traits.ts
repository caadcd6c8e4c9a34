import type { TraitSettings } from '../../src/model/traits.ts'

/** As an operator has it who sets nothing. */
export const allTraits: TraitSettings = { off: [], sensitiveInterests: false, birthyearFromName: false }
