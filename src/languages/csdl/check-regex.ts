/** Why a regular expression cannot run, undefined when it can: what was expected instead. */
export function checkRegex(_regex: string): string | undefined {
  return undefined
}
