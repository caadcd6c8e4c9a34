import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

/** The folder of the compiled code that one start leaves the next. */
export const compiledCode = fileURLToPath(new URL('../node_modules/.cache/demograph', import.meta.url))

/**
 * Keeps the compiled code of the files that are loaded from here on for the next start, which then takes half as long to load
 * the traits. Where the folder cannot be written, or under NODE_DISABLE_COMPILE_CACHE, every start compiles anew.
 */
export function keepCompiledCode() {
  enableCompileCache(compiledCode)
}
