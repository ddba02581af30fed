/** The store cannot be opened; the message tells an operator why and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}
