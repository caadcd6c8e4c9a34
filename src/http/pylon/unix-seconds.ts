/** A time in ms as the wire tells it. */
export const unixSeconds = (ms: number): number => Math.floor(ms / 1000)
