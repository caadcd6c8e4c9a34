/** Longer lines and JSON values are rejected, in characters: one page of an API is a few million at most. */
export const recordLimit = 16 * 1024 * 1024

/** Longer CSV records are rejected, in characters: a quote that is never closed would swallow the file. */
export const csvRecordLimit = 1024 * 1024

/** How much of a refused record is kept, in characters. */
export const refusedLimit = 4096

/** How often reading goes back to look for the next record inside of one that never ended; then it goes on after it. */
export const rewindLimit = 1000
