/** Keys that reach an object's prototype in careless code further on; no request has a reason to carry one. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype'
}

export const expectedKey = 'a key other than "__proto__", "constructor" and "prototype"'
