export type Level = 'city' | 'state' | 'country'

/** What else tells how far a reading can be trusted. */
export type Circumstances = { readonly hasSupport: boolean; readonly strangers: number; readonly groups: number }

/** The chance that a place of this level is the one that was meant, of the share that its readings have. */
export function calibrated(_level: Level, share: number, _about: Circumstances): number {
  return share
}
