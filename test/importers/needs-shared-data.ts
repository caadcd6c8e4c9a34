import { existsSync } from 'node:fs'
import { sharedData } from './read-text.ts'

/** Why tests over real data cannot run here, else false. */
export const missing = existsSync(sharedData) ? false : 'the shared data folder is not beside this repository'
