/**
 * Reads a duration as HOCON asks for one: a number is milliseconds already, a string is a number and perhaps a unit
 * ("10s", "1.5 hours", "500"). Undefined if it is neither. The units are those of the HOCON specification.
 */
export function toDurationMs(value: unknown): number | undefined {
  return quantity(value, durationUnitsMs)
}

/**
 * Reads a size in bytes ("512", "10 kB" = 10,000, "10K" = "10KiB" = 10,240), rounded down to whole bytes. Undefined if
 * the value is none, or negative.
 */
export function toSizeBytes(value: unknown): number | undefined {
  const bytes = quantity(value, sizeUnitsBytes)
  return bytes === undefined || bytes < 0 ? undefined : Math.trunc(bytes)
}

function quantity(value: unknown, units: ReadonlyMap<string, number>): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || value.length > 100) return undefined
  const [, amount, unit = ''] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(\p{L}*)\s*$/u.exec(value) ?? []
  const factor = units.get(unit)
  if (amount === undefined || factor === undefined) return undefined
  const result = Number(amount) * factor
  return Number.isFinite(result) ? result : undefined
}

const durationUnitsMs = new Map<string, number>([
  ['', 1],
  ...namesOf('ns', 'nano', 'nanosecond').map(name => [name, 1e-6] as const),
  ...namesOf('us', 'micro', 'microsecond').map(name => [name, 1e-3] as const),
  ...namesOf('ms', 'milli', 'millisecond').map(name => [name, 1] as const),
  ...namesOf('s', 'second').map(name => [name, 1_000] as const),
  ...namesOf('m', 'minute').map(name => [name, 60_000] as const),
  ...namesOf('h', 'hour').map(name => [name, 3_600_000] as const),
  ...namesOf('d', 'day').map(name => [name, 86_400_000] as const)
])

// An abbreviation, and words that have a plural.
function namesOf(short: string, ...words: string[]) {
  return [short, ...words.flatMap(word => [word, `${word}s`])]
}

const sizePrefixes = [
  ['k', 'kilo', 'kibi'],
  ['M', 'mega', 'mebi'],
  ['G', 'giga', 'gibi'],
  ['T', 'tera', 'tebi'],
  ['P', 'peta', 'pebi'],
  ['E', 'exa', 'exbi'],
  ['Z', 'zetta', 'zebi'],
  ['Y', 'yotta', 'yobi']
] as const

const sizeUnitsBytes = new Map<string, number>([
  ...['', 'B', 'b', 'byte', 'bytes'].map(name => [name, 1] as const),
  ...sizePrefixes.flatMap(([letter, ten, two], i) => {
    const upper = letter.toUpperCase()
    const ofTen = namesOf(`${letter}B`, `${ten}byte`)
    const ofTwo = [upper, upper.toLowerCase(), ...namesOf(`${upper}i`, `${two}byte`), `${upper}iB`]
    return [
      ...ofTen.map(name => [name, 1000 ** (i + 1)] as const),
      ...ofTwo.map(name => [name, 1024 ** (i + 1)] as const)
    ]
  })
])
