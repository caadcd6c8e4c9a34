export type Level = 'city' | 'state' | 'country'

/** What else tells how far a reading can be trusted. */
export type Circumstances = { readonly hasSupport: boolean; readonly strangers: number }

type Curve = {
  /** Without and with another mention that the reading explains: where the curve starts, and its slope over the share's log odds. */
  readonly alone: readonly [number, number]
  readonly supported: readonly [number, number]
  /** Below this share nothing is said, however it was in the aliases: those are places, and what people write is not always. */
  readonly leastShare: number
}

/** Logistic curves fitted to 13,740 aliases and rounded; bench/accuracy/place.ts holds them against those in bins. */
const curves: Readonly<Record<Level, Curve>> = {
  city: { alone: [0.55, 0.35], supported: [3.95, 0.44], leastShare: 0.3 },
  state: { alone: [0.59, 0.335], supported: [2.3, 0.53], leastShare: 0.5 },
  country: { alone: [1.65, 0.36], supported: [3.6, 0.345], leastShare: 0.6 }
}

/** In log odds, for each word that names nothing: `Ryan of Springfield` is less of a place than `Springfield`. */
const stranger = -0.35
const mostStrangers = 4

/** The chance that a place of this level is the one that was meant, of the share that its readings have. */
export function calibrated(level: Level, share: number, { hasSupport, strangers }: Circumstances): number {
  const { alone, supported, leastShare } = curves[level]
  if (share < leastShare) return 0
  const bounded = Math.min(share, 0.9999)
  const [start, slope] = hasSupport ? supported : alone
  const odds = start + slope * Math.log(bounded / (1 - bounded)) + stranger * Math.min(strangers, mostStrangers)
  return 1 / (1 + Math.exp(-odds))
}
