/** The part of the platform's `context` that a function uses. */
export interface InvocationContext {
  callbackWaitsForEmptyEventLoop?: boolean
  request_id?: string
}

/**
 * Lets the platform take the answer while the database connection stays open. A context that was
 * frozen by the framework that runs the function is left as it is.
 */
export function answerWithOpenConnection(context: InvocationContext | undefined): void {
  if (context && Object.isExtensible(context)) context.callbackWaitsForEmptyEventLoop = false
}

/** What the platform puts beside the fields that the client sent; an identity is never read from it. */
const ADDED_BY_PLATFORM = ['userInfo', 'tcbContext']

/** The request of the wire in an event: what the client sent, without what the platform added. */
export function requestIn(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return event
  return Object.fromEntries(
    Object.entries(event).filter(([field]) => !ADDED_BY_PLATFORM.includes(field)),
  )
}
