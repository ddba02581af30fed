/** What every asynchronous function of wx takes besides its own options. */
export interface Callbacks {
  success?(result: object): void
  fail?(error: object): void
  complete?(result: object): void
}

/** A failure in the platform's form: `{ errMsg: 'navigateTo:fail …' }`. */
export class WxError extends Error {
  readonly errMsg: string
  constructor(name: string, reason: string) {
    super(`${name}:fail ${reason}`)
    this.errMsg = this.message
  }
}

/**
 * Makes a function of wx out of what it does: callbacks and a promise, `errMsg` in both, failures
 * without a `fail` callback reported where nobody looks at the promise.
 */
export function wxCall<Options extends object>(
  name: string,
  work: (options: Options) => Promise<object | void> | object | void,
): (options?: Options & Callbacks) => Promise<object> {
  return (options = {} as Options & Callbacks) => {
    const done = (async () => ({ errMsg: `${name}:ok`, ...(await work(options)) }))()
    done.then(
      (result) => {
        options.success?.(result)
        options.complete?.(result)
      },
      (error: object) => {
        options.fail?.(error)
        options.complete?.(error)
      },
    )
    return done
  }
}
