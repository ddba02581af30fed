/** A page of the mini-program has no address that a square could say. */
export const pageSquare = (_page: string, _scene: string): string | null => null
