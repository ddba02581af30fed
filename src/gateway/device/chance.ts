/** Four bytes as a number in [0, 1). */
export function chanceOf(bytes: ArrayLike<number>): number {
  return [0, 1, 2, 3].reduce((sum, at) => sum * 256 + (bytes[at] ?? 0), 0) / 2 ** 32
}
