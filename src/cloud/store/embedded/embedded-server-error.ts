/** The embedded database cannot be started; the message tells an operator why and what to do. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError'
}
