import {
  Conflict,
  Forbidden,
  Gone,
  InvalidRequest,
  NotAcceptable,
  NotFound,
  type ServiceError,
  Stopped,
  TooLarge,
  TooMany,
  Unauthorized,
  Unavailable,
  UnsupportedMediaType
} from '../errors.ts'

type Kind = new (errors: readonly string[]) => ServiceError

// The one place where a code is chosen for an error. Of two with the same code a client takes the first.
const codes: readonly (readonly [Kind, number])[] = [
  [InvalidRequest, 400],
  [Unauthorized, 401],
  [Forbidden, 403],
  [NotFound, 404],
  [NotAcceptable, 406],
  [Conflict, 409],
  [Stopped, 409],
  [Gone, 410],
  [TooLarge, 413],
  [UnsupportedMediaType, 415],
  [Unavailable, 503]
]
const tooMany = 429

/** The status that an error is answered with. */
export function statusOfError(error: ServiceError): number {
  if (error instanceof TooMany) return tooMany
  return codes.find(([kind]) => error instanceof kind)?.[1] ?? 400
}

/** The error that a status and its sentences stand for, `retryAfterS` for 429; nothing for a status that no ServiceError has. */
export function errorOfStatus(status: number, errors: readonly string[], retryAfterS = 1): ServiceError | undefined {
  if (status === tooMany) return new TooMany(errors.join(' '), retryAfterS)
  const [Found] = codes.find(([, code]) => code === status) ?? []
  return Found && new Found(errors)
}
