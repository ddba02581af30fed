/** Weights of which one is drawn in proportion and taken out, each step in logarithmic time. */
export interface Weights {
  total(): number
  /** Takes out the position whose stretch of the running sum of weights holds `at` (from 0). */
  take(at: number): number
}

/** A binary indexed tree over whole weights, by position from 0. */
export function weightsOf(weights: readonly number[]): Weights {
  const size = weights.length
  const sums = new Array<number>(size + 1).fill(0)
  const add = (position: number, change: number) => {
    for (let at = position + 1; at <= size; at += at & -at) sums[at] = sums[at]! + change
  }
  weights.forEach((weight, position) => add(position, weight))
  let left = weights.reduce((sum, weight) => sum + weight, 0)
  let top = 1
  while (top * 2 <= size) top *= 2

  return {
    total: () => left,
    take: (at) => {
      let [position, before] = [0, 0]
      for (let step = top; step > 0; step = Math.floor(step / 2)) {
        const next = position + step
        if (next <= size && before + sums[next]! <= at) {
          position = next
          before += sums[next]!
        }
      }
      add(position, -weights[position]!)
      left -= weights[position]!
      return position
    },
  }
}
