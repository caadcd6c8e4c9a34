/** Something a caller can act on: the message is a sentence that says what to do. Anything else thrown is a bug. */
export class ServiceError extends Error {
  /** All sentences, where there are several things to mend. */
  readonly errors: readonly string[]

  constructor(errors: string | readonly string[], options?: ErrorOptions) {
    const list = typeof errors === 'string' ? [errors] : errors
    super(list.join(' '), options)
    this.name = new.target.name
    this.errors = list
  }
}

/** The request was understood and is wrong. */
export class InvalidRequest extends ServiceError {}
/** The token is missing, unknown or revoked. */
export class Unauthorized extends ServiceError {}
/** The token is good, its role is not enough. */
export class Forbidden extends ServiceError {}
export class NotFound extends ServiceError {}
/** It existed, and was removed by retention, by its owner or by an erasure. */
export class Gone extends ServiceError {}
export class NotAcceptable extends ServiceError {}
export class UnsupportedMediaType extends ServiceError {}
export class TooLarge extends ServiceError {}
/** Another process, or another import of the same file, holds what was asked for. */
export class Conflict extends ServiceError {}
/** The account has too much under way; `retryAfterS` says when to try again. */
export class TooMany extends ServiceError {
  readonly retryAfterS: number

  constructor(message: string, retryAfterS: number) {
    super(message)
    this.retryAfterS = retryAfterS
  }
}
/** The server is draining, migrating or out of disk. */
export class Unavailable extends ServiceError {}
/** A store has no room for what it should write; nothing else is lost. */
export class DiskFull extends Unavailable {}
/** The work was stopped on request. */
export class Stopped extends ServiceError {}
