/** What is counted apart, each with an hour of its own. */
export type RateBucket = 'general' | 'task_create' | 'analyze'

/** Credits in an hour. */
export type RateSettings = Readonly<Record<RateBucket, number>>

export type Charge = {
  readonly limit: number
  readonly remaining: number
  readonly cost: number
  readonly resetAtMs: number
  /** There is less left than the call costs: nothing was taken. */
  readonly isRefused: boolean
}

export type RateLimits = {
  /** Takes what a call costs from its holder's hour, which starts with the first call; that one is free. */
  charge(holder: string, bucket: RateBucket, cost: number): Charge
}

const hourMs = 3_600_000
/** A holder is an identity or an account; with more than this in an hour, whose hour is oldest starts anew. */
const maxRemembered = 100_000

type Window = { readonly resetAtMs: number; remaining: number }

/** Counts in this process's memory: of several servers each counts by itself. */
export function createRateLimits(settings: RateSettings, clock: () => number = Date.now): RateLimits {
  // In the order of their beginnings, since a window that begins anew is put at the end.
  const windows = new Map<string, Window>()

  function begin(key: string, limit: number, now: number): Window {
    windows.delete(key)
    for (const [oldest, window] of windows) {
      if (window.resetAtMs > now && windows.size < maxRemembered) break
      windows.delete(oldest)
    }
    const window = { resetAtMs: now + hourMs, remaining: limit }
    windows.set(key, window)
    return window
  }

  return {
    charge(holder, bucket, cost) {
      const now = clock()
      const limit = settings[bucket]
      const key = `${bucket} ${holder}`
      const known = windows.get(key)
      const isFirst = !known || known.resetAtMs <= now
      const window = isFirst ? begin(key, limit, now) : known
      const isRefused = window.remaining < cost
      if (!isFirst && !isRefused) window.remaining -= cost
      return { limit, remaining: window.remaining, cost, resetAtMs: window.resetAtMs, isRefused }
    }
  }
}
