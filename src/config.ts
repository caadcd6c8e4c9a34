import path from 'node:path'
import type { Privacy } from './analytics/privacy.ts'
import { InvalidRequest } from './errors.ts'
import { type TraitName, type TraitSettings, traitNames } from './model/traits.ts'

/** All settings, parsed once. Limits are listed with their reasons in docs/limits.md. */
export type Config = {
  /** The data folder: SQLite file, chDB folder, lock. */
  readonly home: string
  readonly host: string
  readonly port: number
  /** `postgres://…`; empty = SQLite in the data folder. */
  readonly databaseUrl: string
  /** `http(s)://user:password@host:8123/database`; empty = chDB in the data folder. */
  readonly warehouseUrl: string
  /** The cluster's name when the warehouse is a ClickHouse cluster of several shards; empty = one server. */
  readonly warehouseCluster: string
  /** A preset token for the first account; empty = made at the first start. */
  readonly presetToken: string
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  readonly logLevel: string
  /** Jobs that run at once in one process. */
  readonly concurrency: number
  readonly maxUnfinishedPerAccount: number
  /** Results older than this are removed (410); 0 = kept for ever. */
  readonly retentionDays: number
  /** Likewise tasks of the Task API, with their results. */
  readonly taskRetentionDays: number
  /** Tasks of each type that an identity may have waiting. */
  readonly taskLimits: { readonly analysis: number; readonly strategy: number }
  readonly privacy: PrivacySettings
  readonly traits: TraitSettings
  /** Credits of the Task API that an identity has in an hour, by kind of call; each server counts by itself. */
  readonly rateLimits: { readonly general: number; readonly task_create: number; readonly analyze: number }
}

/** What aggregates may tell; the secret of the jitter is kept in the database (store/jitter-key.ts). */
export type PrivacySettings = Omit<Privacy, 'jitterKey'> & { readonly isJittered: boolean }

/** Reads the settings from environment variables; throws InvalidRequest naming the variable and what it takes. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const certFile = env.TLS_CERT ?? ''
  const keyFile = env.TLS_KEY ?? ''
  if (Boolean(certFile) !== Boolean(keyFile)) {
    throw new InvalidRequest('TLS_CERT and TLS_KEY belong together: set both to PEM files, or neither.')
  }
  return {
    home: path.resolve(env.DEMOGRAPH_HOME || 'demograph-data'),
    host: env.HOST || '127.0.0.1',
    port: wholeNumber(env, 'PORT', 8080, 0, 65_535),
    databaseUrl: urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    warehouseUrl: urlOf(env, 'WAREHOUSE_URL', ['http:', 'https:']),
    warehouseCluster: matching(
      env,
      'WAREHOUSE_CLUSTER',
      /^[A-Za-z0-9_]*$/,
      'the name of a cluster: letters, digits and _'
    ),
    presetToken: matching(env, 'DEMOGRAPH_TOKEN', /^(?:[0-9a-f]{32})?$/, '32 characters of 0-9 and a-f'),
    tls: certFile ? { certFile, keyFile } : null,
    logLevel:
      matching(
        env,
        'LOG_LEVEL',
        /^(?:trace|debug|info|warn|error|fatal|silent|)$/,
        'trace, debug, info, warn, error, fatal or silent'
      ) || 'info',
    concurrency: wholeNumber(env, 'CONCURRENCY', 2, 1, 64),
    maxUnfinishedPerAccount: wholeNumber(env, 'MAX_UNFINISHED', 100, 1, 1_000_000),
    retentionDays: wholeNumber(env, 'RETENTION_DAYS', 0, 0, 36_500),
    taskRetentionDays: wholeNumber(env, 'DEMOGRAPH_TASK_RETENTION_DAYS', 30, 0, 36_500),
    taskLimits: {
      analysis: wholeNumber(env, 'DEMOGRAPH_TASK_QUEUE_ANALYSIS', 1_000, 1, 1_000_000),
      strategy: wholeNumber(env, 'DEMOGRAPH_TASK_QUEUE_STRATEGY', 200, 1, 1_000_000)
    },
    privacy: privacyOf(env),
    traits: {
      off: traitsOff(env),
      sensitiveInterests: wholeNumber(env, 'DEMOGRAPH_SENSITIVE_INTERESTS', 0, 0, 1) === 1,
      birthyearFromName: wholeNumber(env, 'DEMOGRAPH_BIRTHYEAR_FROM_NAME', 0, 0, 1) === 1
    },
    rateLimits: {
      general: wholeNumber(env, 'DEMOGRAPH_RATE_LIMIT_GENERAL', 1_000_000, 1, 1_000_000_000),
      task_create: wholeNumber(env, 'DEMOGRAPH_RATE_LIMIT_TASK_CREATE', 1_000_000, 1, 1_000_000_000),
      analyze: wholeNumber(env, 'DEMOGRAPH_RATE_LIMIT_ANALYZE', 1_000_000, 1, 1_000_000_000)
    }
  }
}

type Env = Readonly<Record<string, string | undefined>>

function wholeNumber(env: Env, name: string, fallback: number, min: number, max: number): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new InvalidRequest(`${name} is a whole number from ${min} to ${max}, not "${text}".`)
  }
  return value
}

// Where the old limits were set, going on with others unasked could tell more of people than their operator allowed.
const oldPrivacyNames = ['PRIVACY_MIN_AUDIENCE', 'PRIVACY_MIN_CELL']

function privacyOf(env: Env): PrivacySettings {
  const old = oldPrivacyNames.find(name => (env[name] ?? '') !== '')
  if (old !== undefined) {
    throw new InvalidRequest(
      `${old} is gone: unset it, and set DEMOGRAPH_PRIVACY_MIN_AUTHORS, DEMOGRAPH_PRIVACY_MIN_TOTAL and DEMOGRAPH_PRIVACY_ROUND_TO if 100 each are not right (docs/privacy.md).`
    )
  }
  const minAuthors = wholeNumber(env, 'DEMOGRAPH_PRIVACY_MIN_AUTHORS', 100, 1, 1_000_000)
  return {
    minAuthors,
    minTotal: wholeNumber(env, 'DEMOGRAPH_PRIVACY_MIN_TOTAL', minAuthors, 1, 1_000_000),
    roundTo: wholeNumber(env, 'DEMOGRAPH_PRIVACY_ROUND_TO', 100, 1, 1_000_000),
    isJittered: wholeNumber(env, 'DEMOGRAPH_PRIVACY_JITTER', 0, 0, 1) === 1
  }
}

function traitsOff(env: Env): TraitName[] {
  const named = (env.DEMOGRAPH_TRAITS_OFF ?? '').split(',').map(name => name.trim())
  const asked = [...new Set(named.filter(name => name !== ''))].sort()
  const known = asked.filter(name => isTraitName(name))
  if (known.length < asked.length) {
    throw new InvalidRequest(`DEMOGRAPH_TRAITS_OFF names traits, separated by commas: ${traitNames.join(', ')}.`)
  }
  return known
}

function isTraitName(name: string): name is TraitName {
  return (traitNames as readonly string[]).includes(name) // Widened, to be asked for any text.
}

function matching(env: Env, name: string, pattern: RegExp, what: string): string {
  const text = env[name] ?? ''
  // The value may be a secret: the message does not repeat it.
  if (!pattern.test(text)) throw new InvalidRequest(`${name} is ${what}.`)
  return text
}

function urlOf(env: Env, name: string, protocols: readonly string[]): string {
  const text = env[name] ?? ''
  const isRight = text === '' || (URL.canParse(text) && protocols.includes(new URL(text).protocol))
  if (!isRight)
    throw new InvalidRequest(`${name} is a URL that starts with ${protocols.map(p => `${p}//`).join(' or ')}.`)
  return text
}
