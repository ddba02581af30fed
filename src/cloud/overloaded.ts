/** More is asked of a host than may wait in it: TOO_MANY_REQUESTS, and nothing was begun. */
export class Overloaded extends Error {
  /** `waiting`: how many wait there already. */
  constructor(
    readonly retryAfterMs: number,
    readonly waiting: number,
  ) {
    super('More requests wait than this host can answer in time')
  }
}
