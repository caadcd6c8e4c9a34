/** Raise it when the same question about the same corpus gets another answer than before: it is part of every fingerprint. */
export const engineVersion = 3
