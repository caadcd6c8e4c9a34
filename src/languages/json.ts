import { findJsonError } from './find-json-error.ts'
import { isForbiddenKey } from './forbidden-keys.ts'
import { defaultLimits, type Limits } from './limits.ts'

/**
 * Strict JSON: the values of JSON.parse, minus texts that nest too deeply or carry keys such as `__proto__`. Throws a
 * LanguageError. Engines parse far faster than we could; our own reading only finds the place of an error.
 */
export function parseJson(text: string, limits: Partial<Limits> = {}): unknown {
  const { maxDepth } = { ...defaultLimits, ...limits }
  const parsed = attempt(text)
  if (parsed && isAcceptable(parsed.value, maxDepth)) return parsed.value
  throw findJsonError(text, maxDepth)
}

function attempt(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function isAcceptable(value: unknown, depthLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depthLeft === 0) return false
  if (Array.isArray(value)) return value.every(item => isAcceptable(item, depthLeft - 1))
  return Object.entries(value).every(([key, member]) => !isForbiddenKey(key) && isAcceptable(member, depthLeft - 1))
}
