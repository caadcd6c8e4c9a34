import { cellAt, gazetteer } from './gazetteer.ts'

export type Point = { readonly latitude: number; readonly longitude: number }

// `ÜT: 40.71,-74.00`, `iPhone: 40.71,-74.00`: what clients once wrote into the location; `40.71° N, 74.00° W`, `lat: 40.71, lon: -74.00`: what people do.
const prefix = String.raw`(?:[\p{L}\s]{1,12}:\s*)?`
const label = String.raw`(?:(?:lat|lon|lng|long)(?:itude|gitude)?\s?[:=]?\s?)?`
const minutes = String.raw`(?:\s?(\d{1,2}(?:\.\d{1,9})?)\s?['′’](?:\s?(\d{1,2}(?:\.\d{1,9})?)\s?(?:["″”]|''|′′))?)?`
const angle = (signs: string) =>
  String.raw`([${signs}])?\s?([+-]?\d{1,3}(?:\.\d{1,15})?)\s?°?${minutes}\s?([${signs}])?`
const pair = new RegExp(
  String.raw`^${prefix}[([]?${label}${angle('NS')}\s?[,;/|\s]\s?${label}${angle('EW')}[)\]]?$`,
  'iu'
)
/** Alone, `24, 7` is no point: it takes fractions, or signs of what the numbers are. */
const isMarked = /\.\d.*\D\d*\.\d|[°′]|\d\s?[NS]\b|\b[NS]\s?\d|\blat/i
const decimalCommas = /^([+-]?\d{1,2}),(\d{1,15})\s?[;/|\s]\s?([+-]?\d{1,3}),(\d{1,15})$/

const hasDigit = /\d/

/** The point that a location is, if it is one. */
export function pointIn(location: string): Point | undefined {
  if (location.length > 80 || !hasDigit.test(location)) return undefined
  const text = location.trim().replace(decimalCommas, '$1.$2;$3.$4')
  const found = pair.exec(text)
  if (!found || !isMarked.test(text)) return undefined
  const [north, east] = [found.slice(1, 6), found.slice(6, 11)].map(degreesOf)
  return north === undefined || east === undefined ? undefined : pointOf(north, east)
}

/** Degrees, minutes and seconds, southern and western ones below zero; the letter stands before or behind them. */
function degreesOf([before = '', degrees = '', minutes = '0', seconds = '0', behind = '']: readonly (
  | string
  | undefined
)[]) {
  const size = Number(degrees) + Math.sign(Number(degrees) || 1) * (Number(minutes) / 60 + Number(seconds) / 3600)
  return /[sw]/i.test(before + behind) ? -size : size
}

function pointOf(latitude: number, longitude: number): Point | undefined {
  const isNowhere = latitude === 0 && longitude === 0
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !isNowhere ? { latitude, longitude } : undefined
}

const reachKm = 50

/** The city around a point: near enough for its size, so that a point in New York's harbour is not in a village. */
export function cityAround({ latitude, longitude }: Point): number | undefined {
  const { populations } = gazetteer()
  const cellStarts = gazetteer().cellStarts()
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  const wide = Math.min(180, Math.ceil(0.5 / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))))
  for (let north = -1; north <= 1; north++)
    for (let east = -wide; east <= wide; east++) {
      const [row, column] = [latitude + north, wrapped(longitude + east)]
      if (row < -90 || row >= 90) continue
      const cell = cellAt(row, column)
      const end = cellStarts[cell + 1] as number
      for (let city = cellStarts[cell] as number; city < end; city++) {
        const km = kmTo(city, latitude, longitude)
        if (km > reachKm) continue
        const distance = km / (5 + radiusKm(populations[city] as number))
        if (distance < least) {
          least = distance
          best = city
        }
      }
    }
  return best
}

const wrapped = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180

/** Of a disc where so many people live, 3,000 on a square kilometre. */
const radiusKm = (population: number) => Math.sqrt(population / 3000 / Math.PI)

/** Kilometres from a place of the gazetteer to a point; exact enough below some hundred. */
export function kmTo(place: number, latitude: number, longitude: number): number {
  const { latitudes, longitudes } = gazetteer()
  const north = (latitudes[place] as number) / 1e5 - latitude
  const east = wrapped((longitudes[place] as number) / 1e5 - longitude) * Math.cos((latitude * Math.PI) / 180)
  return 111.195 * Math.hypot(north, east)
}
